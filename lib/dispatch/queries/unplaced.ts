import { mayDispatch } from '#lib/access/field-service.ts';
import { readableOf } from '#lib/access/readable.ts';
import { DEFAULT_MINUTES } from '#lib/diary/window-settings.ts';
import { priorityShown, stateShown } from '#lib/kinds/state-shown.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { BoardTask } from './board.ts';

/** The maximum number of listed tasks. They are counted up to one more. */
export const MAX_UNPLACED = 50;

export interface UnplacedTask extends BoardTask {
  group: string;
  address: string;
  /** The window promised to the customer, still without a technician (WO-15). */
  promised: { from: number; to: number } | null;
}

type Row = Omit<UnplacedTask, 'state' | 'priority' | 'promised'> & {
  state: string;
  priority: number;
  startsAt: Date | null;
  endsAt: Date | null;
};

/** WO-7 · Tasks that wait for dispatch: promised windows first, then by priority and age. */
export async function unplacedTasks(actor: Actor, search: string): Promise<UnplacedTask[]> {
  enforce(mayDispatch(actor));
  const rows = await db().$queryRaw<Row[]>`
    select t.number, t.version, t.short_description as title, coalesce(a.name, '') as account, t.state, t.priority,
      coalesce(o.planned_minutes, ${DEFAULT_MINUTES}::int) as minutes, coalesce(g.name, '') as group, w.address,
      v.starts_at as "startsAt", v.ends_at as "endsAt"
    from tasks t join work_order_tasks o using (id) join work_orders w on w.id = o.work_order_id
    left join accounts a on a.id = t.account_id left join groups g on g.id = t.assignment_group_id
    left join appointments v on v.task_id = t.id and v.state = 'booked'
    where t.kind = 'work_order_task' and t.state = 'pending_dispatch' and (${readableOf('work_order_task', actor)})
      and (${search} = '' or strpos(lower(concat_ws(' ', t.number, t.short_description, a.name, w.address)), lower(${search})) > 0)
    order by v.starts_at nulls last, t.priority, t.opened_at, t.id limit ${MAX_UNPLACED + 1}`;
  return rows.map(({ state, priority, startsAt, endsAt, ...row }) => ({
    ...row,
    promised: startsAt && endsAt && { from: startsAt.getTime(), to: endsAt.getTime() },
    state: stateShown('work_order_task', state),
    priority: priorityShown(priority),
  }));
}
