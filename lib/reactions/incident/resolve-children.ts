import { may, mayWork } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import { openStates } from '#lib/kinds/open-states.ts';
import { Prisma } from '#lib/platform/db.ts';
import { enforce, first } from '#lib/platform/verdict.ts';
import { columnsOf } from '#lib/record/kind-table.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { decideUpdate } from '#lib/write/decide-update.ts';
import { recordFollowers } from '#lib/write/ledger.ts';
import { rowLock } from '#lib/write/preview-state.ts';
import { writeEntries } from '#lib/write/write-entry.ts';
import { updateContext, writeUpdates } from '#lib/write/write-updates.ts';
import { isResolvedNow, onlyShown, type ResolvedChildren } from './rules/resolve-children.ts';

/**
 * INC-7, SYNC-000 · Locks an incident and its children, by id, as a problem locks its incidents. Returns their ids, without
 * children that are added later.
 */
export async function lockFamily(context: CommandContext, number: string): Promise<string[]> {
  const rows = await context.tx.$queryRaw<{ id: string }[]>`
    select t.id from tasks t join incidents o using (id)
    where (t.number = ${number} or o.parent_id = (select p.id from tasks p where p.number = ${number} and p.kind = 'incident'))
      and (${readableOf('incident', context.actor)})
    order by t.id ${rowLock(context, Prisma.sql`for no key update of t, o`)}`;
  return rows.map(({ id }) => id);
}

/** The open children among the locked incidents, in their current state. */
function openChildren({ tx, actor }: CommandContext, parent: TaskRecord, locked: readonly string[]) {
  return tx.$queryRaw<Incident[]>`
    select ${columnsOf('incident')} from tasks t join incidents o using (id)
    where o.parent_id = ${parent.id}::uuid and t.id = any(${[...locked]}::uuid[]) and t.state = any(${openStates('incident')})
      and (${readableOf('incident', actor)})
    order by t.number`;
}

/** INC-7 · The outcome for each child, by its own states and rules: resolved like the parent, or left out with the reason. */
function decideChildren(context: CommandContext, parent: Incident, children: readonly Incident[]) {
  const { resolutionCode, resolutionNotes } = parent;
  return children.map((child) => {
    const proposed = { ...child, state: 'resolved', resolutionCode, resolutionNotes };
    const decision = decideUpdate('incident', child, proposed, updateContext(context, {}));
    const permitted = first(may(context.actor, 'edit', 'incident'), mayWork(context.actor, child));
    return { ...decision, verdict: first(permitted, decision.verdict) };
  });
}

/**
 * INC-7 · Resolves the open children of an incident that was just resolved, with its code and notes. Each child updates its
 * own cases by the rules (SYNC-INC-1, SYNC-INC-3, SYNC-INC-5).
 */
export async function resolveChildren(
  context: CommandContext,
  {
    before,
    after,
    locked,
    shown,
  }: { before: TaskRecord; after: TaskRecord; locked: readonly string[]; shown: readonly string[] },
): Promise<ResolvedChildren> {
  enforce(isResolvedNow(before, after));
  if (after.kind !== 'incident') return { resolved: [], leftOut: [] };
  const children = await openChildren(context, after, locked);
  const open = children.map(({ number }) => number);
  enforce(onlyShown(shown, open));
  const decisions = decideChildren(context, after, children);
  const resolved = decisions.filter(({ verdict }) => verdict.ok);
  await writeUpdates(context, 'incident', resolved);
  const line = `Resolved with its parent incident ${after.number}.`;
  // A separate entry, written as the product: the rules may add their own note for the same cause (SYNC-INC-6). Its source
  // hides it from readers who may not know the parent (ACC-6).
  await writeEntries(
    context,
    resolved.map(({ after: { id: taskId } }) => ({
      taskId,
      type: 'work_note',
      text: line,
      authorId: null,
      sourceTaskId: after.id,
    })),
  );
  recordFollowers(context, after.id, {
    rule: 'INC-7',
    ids: resolved.map(({ after: { id } }) => id),
    leftOut: decisions.flatMap(({ before: { id }, verdict }) => (verdict.ok ? [] : [{ id, because: verdict.because }])),
  });
  return {
    resolved: resolved.map(({ after: { number } }) => number),
    leftOut: decisions.flatMap(({ before: { number }, verdict }) =>
      verdict.ok ? [] : [{ number, because: verdict.because }],
    ),
  };
}
