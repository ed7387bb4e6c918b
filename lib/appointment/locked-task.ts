import { mayArrangeVisit, mayPassLimits } from '#lib/access/appointments.ts';
import { type BookedAppointment, bookedOf } from '#lib/diary/booked-of.ts';
import { type WindowLimits, withinLimit } from '#lib/diary/rules/limits.ts';
import { limitsOf, USUAL_MINUTES } from '#lib/diary/window-settings.ts';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import { enforce, first, found, type Verdict } from '#lib/platform/verdict.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { lockOwnTask } from './lock-own-task.ts';
import { appointmentWasSeen, canBeArranged } from './rules/book.ts';

/** WO-6 · A task whose visit the actor may arrange now, locked. */
export async function lockTaskToArrange(context: CommandContext, number: string): Promise<WorkOrderTask> {
  const isStaff = mayPassLimits(context.actor);
  const task = isStaff ? await lockForUpdate(context, 'work_order_task', number) : await lockOwnTask(context, number);
  // POR-11: a customer arranges the visits that one reaches.
  if (isStaff) enforce(mayArrangeVisit(context.actor, task));
  enforce(canBeArranged(task));
  return task;
}

/** REC-3 · The task with its appointment, as the actor has seen it. */
export async function lockVisit(
  context: CommandContext,
  { number, sequence }: { number: string; sequence: number },
): Promise<{ task: WorkOrderTask; before: BookedAppointment }> {
  const task = await lockTaskToArrange(context, number);
  const before = found(await bookedOf(context.tx, task.id), `appointment of ${number}`);
  enforce(appointmentWasSeen(before, sequence));
  return { task, before };
}

/** WO-13 · Whether all this may still be done with windows that begin then. */
export function withinLimits(
  { actor, at, settings }: CommandContext,
  reason: string,
  ...asked: readonly { what: keyof WindowLimits; begins: Date }[]
): Verdict {
  const limits = limitsOf(settings);
  const passes = mayPassLimits(actor) ? { staffReason: reason } : {};
  return first(...asked.map(({ what, begins }) => withinLimit(what, limits, { begins, now: at, ...passes })));
}

/** How long a visit takes: what was asked for, or what the task says. */
export const minutesOf = (task: WorkOrderTask, asked: number | undefined): number =>
  asked ?? task.plannedMinutes ?? USUAL_MINUTES;
