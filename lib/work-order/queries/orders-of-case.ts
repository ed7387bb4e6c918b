import { readableOf } from '#lib/access/readable.ts';
import { type StateShown, stateShown } from '#lib/kinds/state-shown.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { type TaskRow, tasksOf } from './tasks.ts';

/** A case's work order with its tasks; only the number if the actor may not read it. */
export type OrderRow = {
  id: string;
  number: string;
  seen: { title: string; state: StateShown; openedAt: string; tasks: TaskRow[] } | null;
};

type Row = { id: string; number: string; title: string; state: string; openedAt: Date; readable: boolean };

/** WO-8, REL-5 · Work orders of a case that the actor may see, newest first. */
export async function ordersOfCase(actor: Actor, caseId: string): Promise<OrderRow[]> {
  const rows = await db().$queryRaw<Row[]>`
    /* prepared */ select t.id, t.number, t.short_description as title, t.state, t.opened_at as "openedAt",
      (${readableOf('work_order', actor)}) as readable
    from work_orders o join tasks t using (id) where o.case_id = ${caseId}::uuid
    order by t.opened_at desc, t.id desc`;
  const tasks = await tasksOf(
    actor,
    rows.filter(({ readable }) => readable).map(({ id }) => id),
  );
  return rows.map(({ id, number, readable, title, state, openedAt }) => {
    const shown = { title, state: stateShown('work_order', state), openedAt: openedAt.toISOString() };
    return { id, number, seen: readable ? { ...shown, tasks: tasks.get(id) ?? [] } : null };
  });
}
