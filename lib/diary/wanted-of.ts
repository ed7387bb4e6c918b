import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import type { Db } from '#lib/platform/db.ts';
import { isTimeZone } from '#lib/platform/time-zones.ts';
import type { Interval } from './interval.ts';
import { unknownSite } from './load-technicians.ts';
import type { Task } from './technician.ts';

/** Where a task is done: its address, and the time zone in which windows are offered (WO-10). */
export interface SiteOfTask {
  address: string;
  timeZone: string;
}

/** WO-10 · The site of a task. Its time zone is that of the work order, or else the customer's. */
export async function siteOf(
  tx: Db,
  { workOrderId, contactId, consumerId }: Pick<WorkOrderTask, 'workOrderId' | 'contactId' | 'consumerId'>,
): Promise<SiteOfTask> {
  const [row] = await tx.$queryRaw<{ address: string; own: string; customers: string | null }[]>`
    select o.address, o.time_zone as own, u.time_zone as customers from work_orders o
    left join users u on u.id = ${contactId ?? consumerId}::uuid where o.id = ${workOrderId}::uuid`;
  const timeZone = [row?.own, row?.customers].find((zone) => zone && isTimeZone(zone)) ?? 'UTC';
  return { address: row?.address ?? '', timeZone };
}

/** The window that a task needs. */
export const wantedOf = (
  task: Pick<WorkOrderTask, 'assignmentGroupId' | 'accountId'>,
  { timeZone }: SiteOfTask,
  minutes: number,
  within: Interval,
): Task => ({
  within,
  minutes,
  site: unknownSite,
  timeZone,
  groupId: task.assignmentGroupId,
  skills: [],
  regionId: null,
  accountId: task.accountId,
});
