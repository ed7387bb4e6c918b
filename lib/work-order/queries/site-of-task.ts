import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';

/** A task's work order and its site. */
export type SiteOfTask = { number: string; address: string; timeZone: string };

/** WO-1 · Where a task is done; null if the actor may not see its work order. */
export async function siteOfTask(actor: Actor, taskId: string): Promise<SiteOfTask | null> {
  const [site] = await db().$queryRaw<SiteOfTask[]>`
    /* prepared */ select t.number, o.address, o.time_zone as "timeZone"
    from work_order_tasks task join work_orders o on o.id = task.work_order_id join tasks t on t.id = o.id
    where task.id = ${taskId}::uuid and (${readableOf('work_order', actor)})`;
  return site ?? null;
}
