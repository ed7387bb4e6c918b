import { mayManageTechnicians } from '#lib/access/field-service.ts';
import { sendBack, visitsOnDaysOff } from '#lib/appointment/days-off.ts';
import { bookedOf } from '#lib/diary/booked-of.ts';
import { lockTechnician } from '#lib/diary/lock-technician.ts';
import { mayAddRows } from '#lib/diary/rules/hours-do-not-overlap.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { ConcurrentChange } from '#lib/platform/transaction.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { dateOf } from '../calendar-date.ts';
import type { AddDaysOff } from '../schema.ts';

/**
 * WO-10, WO-15 · Gives a technician days off: whole dates in the technician's zone, first and last included. Tasks scheduled on
 * them return to dispatch. Returns how many.
 */
export async function addDaysOff(actor: Actor, { technicianId, from, to, reason }: AddDaysOff): Promise<number> {
  enforce(mayManageTechnicians(actor));
  const { value } = await runCommand(actor, 'add-days-off', async (context) => {
    const { tx, at } = context;
    // Locks tasks first, then the technician, as all scheduling commands do.
    const scheduled = await visitsOnDaysOff(tx, technicianId, { from, to }, at);
    const tasks: WorkOrderTask[] = [];
    for (const { number } of scheduled) tasks.push(await lockForUpdate(context, 'work_order_task', number));
    await lockTechnician(tx, technicianId);
    const now = await visitsOnDaysOff(tx, technicianId, { from, to }, at);
    if (JSON.stringify(now) !== JSON.stringify(scheduled)) throw new ConcurrentChange();
    enforce(mayAddRows(await tx.daysOff.count({ where: { technicianId } }), 1));
    await tx.daysOff.create({ data: { technicianId, fromDate: dateOf(from), toDate: dateOf(to), reason } });
    for (const task of tasks) {
      const visit = await bookedOf(tx, task.id);
      if (visit) await sendBack(context, task, visit, 'The technician has time off then.');
    }
    return tasks.length;
  });
  return value;
}
