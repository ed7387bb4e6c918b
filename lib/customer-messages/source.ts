import type { FieldView } from '#lib/kinds/field-view.ts';
import { type SourceKind, sourceKinds } from '#lib/kinds/outage-source.ts';
import type { TaskKind } from '#lib/record/kind.ts';

/** NOT-1 · What a message can be about: a record that cases link to, or a major case. */
export type NotifySource = SourceKind | 'case';
export const notifySources: readonly NotifySource[] = [...sourceKinds, 'case'];

type Shown = { kind: TaskKind; fields: Readonly<Record<string, FieldView>> };

/** MAJ-9 · Whether a record is an accepted major case, which has child cases. */
export const isMajorCase = ({ kind, fields }: Shown): boolean =>
  kind === 'case' && fields.majorCaseState?.value === 'accepted';

/** NOT-1, NOT-8 · Whether messages to customers, and their replies, can be about a record. */
export function isNotifySource<S extends Shown>(record: S): record is S & { kind: NotifySource } {
  if (record.kind === 'case') return isMajorCase(record);
  return notifySources.some((kind) => kind === record.kind);
}
