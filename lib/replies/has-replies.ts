import { type NotifySource, notifySources } from '#lib/notify-customers/source.ts';
import type { FieldView } from '#lib/task/field-view.ts';
import type { TaskKind } from '#lib/task/kind.ts';

type Source = { kind: TaskKind; fields: Readonly<Record<string, FieldView>> };

/** NOT-8 · Whether customers answer about a record: one that cases have, or a case that is an accepted major case. */
export function hasReplies<S extends Source>(record: S): record is S & { kind: NotifySource } {
  if (!notifySources.some((kind) => kind === record.kind)) return false;
  return record.kind !== 'case' || record.fields.majorCaseState?.value === 'accepted';
}
