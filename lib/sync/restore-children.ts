import { type Case, caseDefinition } from '#lib/kinds/case/definition.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { FieldValue } from '#lib/record/field.ts';
import { fieldValue } from '#lib/record/field-value.ts';
import { columnsOf } from '#lib/record/kind-table.ts';
import { unassignable } from '#lib/write/check-assignees.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { decideUpdate } from '#lib/write/decide-update.ts';
import { addToLedger } from '#lib/write/ledger.ts';
import type { OwnChange } from '#lib/write/own-change.ts';
import { rowLock } from '#lib/write/preview-state.ts';
import { type Update, updateContext, writeUpdates } from '#lib/write/write-updates.ts';

/** A child's copied and previous values, by field, as stored in history. */
type Copied = { was: Readonly<Record<string, string | null>>; became: Readonly<Record<string, string | null>> };

/** The change of the major case that is undone. */
type Source = Omit<OwnChange, 'values'>;

const asText = (value: FieldValue) => (value === null ? null : String(value));

/** Converts a history value to the record's type. */
function historicValue(theCase: Case, name: string, stored: string | null): unknown {
  const field = caseDefinition.fields[name];
  if (field?.type === 'rating') return Number(stored);
  return typeof Reflect.get(theCase, name) === 'boolean' ? stored === 'true' : stored;
}

/** SYNC-000 · Locks the children that got a copy of the major case's change, by id, and reads what was copied. */
async function lockCopies(context: CommandContext, majorId: string, { causeId, at }: Source) {
  const rows = await context.tx.$queryRaw<(Case & Copied)[]>`
    select ${columnsOf('case')}, copied.was, copied.became
    from tasks t join cases o using (id) cross join lateral (
      select jsonb_object_agg(f.field, f.old_value) as was, jsonb_object_agg(f.field, f.new_value) as became
      from field_changes f where f.task_id = t.id and f.changed_at = ${at} and f.cause_id = ${causeId}::uuid
    ) copied
    where o.parent_id = ${majorId}::uuid and t.active and copied.was is not null
    order by t.id ${rowLock(context, Prisma.sql`for no key update of t, o`)}`;
  return rows.map(({ was, became, ...child }) => ({ child, was, became }));
}

/** Sets back a child's fields that still hold the copy; the state only if the child's own transitions allow it (SYNC-MAJ-5). */
function restored(
  context: CommandContext,
  { child, was, became }: Copied & { child: Case },
  includes: (field: string) => boolean,
): Update<'case'> {
  const isCopy = (name: string) => asText(fieldValue(child, name)) === became[name];
  const isOwn = (name: string) => caseDefinition.fields[name]?.edit !== 'product';
  const names = Object.keys(was).filter((name) => includes(name) && isOwn(name) && isCopy(name));
  const leadsBack = caseDefinition.movesFrom(child, context).includes(was.state as never);
  const values = names
    .filter((name) => name !== 'state' || leadsBack)
    .map((name) => [name, historicValue(child, name, was[name] ?? null)]);
  const proposed: Case = { ...child, ...Object.fromEntries(values) };
  return {
    ...decideUpdate('case', child, proposed, updateContext(context, {})),
    isRestoredByUndo: true,
    undoes: true,
  };
}

/**
 * SYNC-MAJ-1 · Undoing a major case's change restores each child's previous values. Values changed since stay, and no assignee
 * who can no longer work the case is restored. Children added or removed since are left alone.
 */
export async function restoreChildren(context: CommandContext, majorId: string, own: Source): Promise<void> {
  const copies = await lockCopies(context, majorId, own);
  const updates = copies.map((copy) => restored(context, copy, own.includes));
  const misfits = await unassignable(context.tx, updates);
  const kept = (name: string) => own.includes(name) && name !== 'assignedToId' && name !== 'assignmentGroupId';
  const possible = updates
    .map((update, at) => {
      const copy = copies[at];
      return copy && misfits.has(update.before.id) ? restored(context, copy, kept) : update;
    })
    .filter(({ verdict, changed }) => verdict.ok && changed.length > 0);
  await writeUpdates(context, 'case', possible);
  context.updatedCount += possible.length;
  if (!context.cause) return;
  const ids = possible.map(({ after: { id } }) => id);
  const line = { sourceId: majorId, rule: 'SYNC-MAJ-1', outcome: 'written', records: ids.length, ids } as const;
  addToLedger(context.cause.ledger, line);
}
