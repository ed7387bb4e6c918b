import type { FieldView } from '#lib/kinds/field-view.ts';
import { type SourceKind, sourceKinds } from '#lib/kinds/outage-source.ts';
import type { TaskKind } from '#lib/record/kind.ts';

/** NOT-1 · What the customers of its cases can be written to about: a record that cases have, or a major case. */
export type NotifySource = SourceKind | 'case';
export const notifySources: readonly NotifySource[] = [...sourceKinds, 'case'];

type Shown = { kind: TaskKind; fields: Readonly<Record<string, FieldView>> };

/** MAJ-9 · Whether a record is an accepted major case: it has children. */
export const isMajorCase = ({ kind, fields }: Shown): boolean =>
  kind === 'case' && fields.majorCaseState?.value === 'accepted';

/** NOT-1, NOT-8 · Whether customers can be written to about a record, and answer. */
export function isNotifySource<S extends Shown>(record: S): record is S & { kind: NotifySource } {
  if (record.kind === 'case') return isMajorCase(record);
  return notifySources.some((kind) => kind === record.kind);
}
