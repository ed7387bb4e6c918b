import { mayArrangeVisit, mayOverrideLimits } from '#lib/access/appointments.ts';
import { taskOfCustomer } from '#lib/access/customer-work-orders.ts';
import { type BookedAppointment, bookedOf } from '#lib/diary/booked-of.ts';
import { type WindowLimits, withinLimit } from '#lib/diary/rules/limits.ts';
import { DEFAULT_MINUTES, limitsOf } from '#lib/diary/window-settings.ts';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import { enforce, first, found, type Verdict } from '#lib/platform/verdict.ts';
import { loadRecords } from '#lib/record/kind-table.ts';
import { integrationIsActive } from '#lib/related/rules/may-relate.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { lockWhole } from '#lib/write/lock.ts';
import { appointmentWasSeen, canBeArranged } from './rules/book.ts';

/** WO-6 · Locks a task whose visit the actor may arrange now. */
export async function lockTaskToArrange(context: CommandContext, number: string): Promise<WorkOrderTask> {
  const isStaff = mayOverrideLimits(context.actor);
  const task = isStaff ? await lockForUpdate(context, 'work_order_task', number) : await lockOwnTask(context, number);
  // POR-11: customers arrange the visits that they reach, which `lockOwnTask` has checked.
  if (isStaff) enforce(mayArrangeVisit(context.actor, task));
  enforce(canBeArranged(task));
  return task;
}

/** REC-3 · Locks the task and its appointment; refused unless the actor has seen this version. */
export async function lockVisit(
  context: CommandContext,
  { number, sequence }: { number: string; sequence: number },
): Promise<{ task: WorkOrderTask; before: BookedAppointment }> {
  const task = await lockTaskToArrange(context, number);
  const before = found(await bookedOf(context.tx, task.id), `appointment of ${number}`);
  enforce(appointmentWasSeen(before, sequence));
  return { task, before };
}

/** WO-13 · Whether these operations are still allowed for windows that begin at these times. */
export function withinLimits(
  { actor, at, settings }: CommandContext,
  reason: string,
  ...asked: readonly { what: keyof WindowLimits; begins: Date }[]
): Verdict {
  const limits = limitsOf(settings);
  const passes = mayOverrideLimits(actor) ? { staffReason: reason } : {};
  return first(...asked.map(({ what, begins }) => withinLimit(what, limits, { begins, now: at, ...passes })));
}

/** The duration of a visit: as requested, otherwise the task's planned minutes. */
export const minutesOf = (task: WorkOrderTask, asked: number | undefined): number =>
  asked ?? task.plannedMinutes ?? DEFAULT_MINUTES;

/** POR-11 · Locks a work order and then its task, if the customer reaches it. Refused: REL-3 while field service is off. */
async function lockOwnTask(context: CommandContext, number: string): Promise<WorkOrderTask> {
  const { tx, actor, settings } = context;
  const what = `work order task ${number}`;
  found(await taskOfCustomer(tx, actor, number), what);
  await lockWhole(context, 'work_order_task', number);
  const [locked] = await tx.$queryRaw<{ id: string }[]>`
    select t.id from tasks t join work_order_tasks o using (id) where t.number = ${number} for no key update of t, o`;
  // The customer may have lost access while this waited for the lock.
  found(await taskOfCustomer(tx, actor, number), what);
  enforce(integrationIsActive('workOrder', settings));
  const [task] = await loadRecords(tx, 'work_order_task', locked ? [locked.id] : []);
  return found(task, what);
}
