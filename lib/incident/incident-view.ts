import type { LoadedRecord, ViewParts } from '#lib/task/record-view.ts';

/** REL-9 · The caller of an incident may be external. */
export function incidentView({ frame }: ViewParts): Pick<LoadedRecord, 'externalCaller'> {
  return { externalCaller: frame.reader?.customer === true };
}
