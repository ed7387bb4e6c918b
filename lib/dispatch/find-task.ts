import { readableOf } from '#lib/access/readable.ts';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { found } from '#lib/platform/verdict.ts';
import { loadRecords } from '#lib/record/kind-table.ts';

/** A work order task that the actor may see. */
export async function findTask(actor: Actor, number: string): Promise<WorkOrderTask> {
  const [row] = await db().$queryRaw<{ id: string }[]>`
    select t.id from tasks t where t.number = ${number} and t.kind = 'work_order_task'
      and (${readableOf('work_order_task', actor)})`;
  const what = `work order task ${number}`;
  const [task] = await loadRecords(db(), 'work_order_task', [found(row, what).id]);
  return found(task, what);
}
