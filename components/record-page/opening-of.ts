import type { Opening } from '#components/timeline/opening-entry.tsx';
import type { RecordView } from '#lib/record-page/record-view.ts';

/** The record's description, if there is one. */
export function openingOf({
  fields,
  done,
  openedAt,
}: Pick<RecordView, 'fields' | 'done' | 'openedAt'>): Opening | null {
  const text = fields.description?.display ?? '';
  return text === '' ? null : { text, by: done[0]?.by ?? null, at: openedAt };
}
