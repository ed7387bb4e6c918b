import { can } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { CASCADE_RULE, changedSince, isInTime, resolvedBy, UNDO_WINDOW } from '../resolved-by.ts';
import type { Undoable } from '../rules/undo-messages.ts';
import { isUnsent } from '../suppress-mails.ts';

/** The result of an undo; `opens`: whether the reader may open the cases not restored, not only see their numbers. */
export type UndoneCascade = { restored: number; opens: boolean; left: { number: string; reason: string }[] };

/** SYNC-7 · A cascade that the actor caused in the last ten minutes; `until` is when undo expires. */
export type OwnCascade = { causeId: string; until: string } & (
  | { undoable: Undoable; undone: null }
  | { undoable: null; undone: UndoneCascade }
);

/** INC-7 · The rule that resolves child incidents with their parent. */
const CHILDREN_RULE = 'INC-7';

type Row = { id: string; until: Date; restored: number | null };

/** SYNC-7 · The newest cascade of an incident that the actor reaches, if the actor caused it in the last ten minutes. */
export async function ownCascade(actor: Actor, incidentId: string): Promise<OwnCascade | null> {
  if (!can(actor, 'edit', 'incident')) return null;
  const [row] = await db().$queryRaw<Row[]>`
    select k.id, k.at + ${UNDO_WINDOW} as until, u.restored
    from causes k left join cascade_undos u on u.cause_id = k.id
    where k.task_id = ${incidentId}::uuid and k.actor_id = ${actor.id}::uuid and ${CASCADE_RULE}::text = any(k.rules) and ${isInTime}
    order by k.at desc limit 1`;
  if (!row) return null;
  const cascade = { causeId: row.id, until: row.until.toISOString() };
  if (row.restored !== null) return { ...cascade, undoable: null, undone: await undoneOf(actor, row.id, row.restored) };
  const undoable = await undoableOf(row.id);
  return undoable.cases === 0 ? null : { ...cascade, undoable, undone: null };
}

async function undoableOf(causeId: string): Promise<Undoable> {
  const [row] = await db().$queryRaw<Undoable[]>`
    select count(*)::int as cases, count(${changedSince})::int as changed, coalesce(sum(m.waiting), 0)::int as waiting,
      coalesce(sum(m.gone), 0)::int as gone,
      (select coalesce(sum(r.records), 0)::int from ledger_updates l join ledger_rows r on r.update_id = l.id
       where l.cause_id = ${causeId}::uuid and r.rule = ${CHILDREN_RULE} and r.outcome = 'written') as children
    from (${resolvedBy(Prisma.sql`${causeId}::uuid`)}) w join tasks t using (id)
    cross join lateral (
      select count(*) filter (where ${isUnsent}) as waiting,
        count(*) filter (where m.status in ('queued', 'sent') and not ${isUnsent}) as gone
      from mails m where m.cause_id = ${causeId}::uuid and m.task_id = t.id and ${changedSince} is null) m`;
  return row ?? { cases: 0, changed: 0, waiting: 0, gone: 0, children: 0 };
}

async function undoneOf(actor: Actor, causeId: string, restored: number): Promise<UndoneCascade> {
  const left = await db().$queryRaw<UndoneCascade['left']>`
    select t.number, l.reason from cascade_left l join tasks t on t.id = l.case_id
    where l.cause_id = ${causeId}::uuid order by t.number`;
  return { restored, opens: can(actor, 'see', 'case'), left };
}
