import { readableOf } from '#lib/access/readable.ts';
import { type StateShown, stateShown } from '#lib/kinds/state-shown.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';

/** A work order's task: title, state, assignee, planned and actual times. */
export type TaskRow = {
  number: string;
  title: string;
  state: StateShown;
  assignee: string | null;
  plannedStart: string | null;
  plannedEnd: string | null;
  actualEnd: string | null;
  /** Number of the task that this one follows. */
  followsOnFrom: string | null;
};

type Row = Omit<TaskRow, 'state' | 'plannedStart' | 'plannedEnd' | 'actualEnd'> &
  Record<'plannedStart' | 'plannedEnd' | 'actualEnd', Date | null> & { orderId: string; state: string };

/** WO-1, WO-5 · Tasks of work orders that the actor may see, by work order and number. */
export async function tasksOf(actor: Actor, orderIds: readonly string[]): Promise<Map<string, TaskRow[]>> {
  if (orderIds.length === 0) return new Map();
  const rows = await db().$queryRaw<Row[]>`
    /* prepared */ select o.work_order_id as "orderId", t.number, t.short_description as title, t.state,
           u.name as assignee, o.planned_start as "plannedStart", o.planned_end as "plannedEnd",
           o.actual_end as "actualEnd", earlier.number as "followsOnFrom"
    from work_order_tasks o join tasks t using (id) left join users u on u.id = t.assigned_to_id
    left join tasks earlier on earlier.id = o.follows_on_from_id
    where o.work_order_id = any(${[...orderIds]}::uuid[]) and (${readableOf('work_order_task', actor)})
    order by t.number`;
  const tasks = rows.map(({ orderId, state, plannedStart, plannedEnd, actualEnd, ...row }) => ({
    orderId,
    task: {
      ...row,
      state: stateShown('work_order_task', state),
      plannedStart: plannedStart?.toISOString() ?? null,
      plannedEnd: plannedEnd?.toISOString() ?? null,
      actualEnd: actualEnd?.toISOString() ?? null,
    },
  }));
  const byOrder = Map.groupBy(tasks, ({ orderId }) => orderId);
  return new Map([...byOrder].map(([id, own]) => [id, own.map(({ task }) => task)]));
}
