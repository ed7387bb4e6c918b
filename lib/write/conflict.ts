import { definitions } from '#lib/kinds/definitions.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { type FieldValue, plainDisplay } from '#lib/record/field.ts';
import { changedFields, fieldValue } from '#lib/record/field-value.ts';
import type { AnyRecord } from '#lib/record/record.ts';
import type { CommandContext } from './command-context.ts';

/** Another user's change to a field that the editor also wants to change. */
export type Conflict = {
  field: string;
  label: string;
  theirs: FieldValue;
  theirsShown: string;
  yoursShown: string;
  by: string;
  at: string;
};

/**
 * REC-3 · Merges changes to different fields. Refuses a field that another user changed since the editor's version, and says
 * who changed what. Equal values do not conflict.
 */
export async function refuseConflicts(context: CommandContext, record: AnyRecord, seen: number, proposed: AnyRecord) {
  if (seen === record.version) return;
  if (seen > record.version)
    throw new Refusal('REC-3', `${record.number} has no version ${seen}: open it again. Nothing was saved.`);
  const names = changedFields(definitions[record.kind].fields, record, proposed);
  const changes = await context.tx.fieldChange.findMany({
    where: { taskId: record.id, version: { gt: seen }, field: { in: names } },
    orderBy: { version: 'desc' },
    distinct: ['field'],
    include: { cause: { include: { actor: { select: { name: true } } } } },
  });
  if (changes.length === 0) return;
  const conflicts = changes.map((change): Conflict => {
    const field = definitions[record.kind].fields[change.field];
    return {
      field: change.field,
      label: field?.label ?? change.field,
      theirs: fieldValue(record, change.field),
      theirsShown: change.newDisplay,
      yoursShown: field ? plainDisplay(field, fieldValue(proposed, change.field)) : '',
      by: change.cause.actor?.name ?? 'System',
      at: change.changedAt.toISOString(),
    };
  });
  const who = [...new Set(conflicts.map(({ by }) => by))].join(' and ');
  const what = conflicts.map(({ label }) => label).join(', ');
  throw new Refusal('REC-3', `${who} changed ${what} while you were editing. Nothing was saved.`, {
    ...(conflicts[0] ? { field: conflicts[0].field } : {}),
    details: { conflicts, version: record.version },
  });
}
