import type { BookedAppointment } from '#lib/diary/booked-of.ts';
import { withdrawTechnician } from '#lib/diary/cancel-visit.ts';
import { DAY } from '#lib/diary/interval.ts';
import { loadTechnicians } from '#lib/diary/load-technicians.ts';
import { type DaysOff, shiftsWithin } from '#lib/diary/working-hours.ts';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import type { Db } from '#lib/platform/db.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import { canBeArranged } from './rules/book.ts';
import { withoutTechnician } from './rules/task-with-visit.ts';

/**
 * WO-15 · Future visits in a shift that the technician no longer works because of these days off: appointment ids with task
 * numbers, ordered by number.
 */
export async function visitsOnDaysOff(
  tx: Db,
  technicianId: string,
  off: DaysOff,
  at: Date,
): Promise<{ id: string; number: string }[]> {
  const within = { from: Date.parse(off.from) - DAY, to: Date.parse(off.to) + 2 * DAY };
  const [technician] = await loadTechnicians(tx, { ids: [technicianId], within, at });
  if (!technician) return [];
  const { plan, visits } = technician.diary;
  const withOff = { ...plan, daysOff: [...plan.daysOff, off] };
  const left = new Set(shiftsWithin(withOff, within).map(({ from }) => from));
  const dropped = shiftsWithin(plan, within).filter(({ from }) => !left.has(from));
  const ids = visits
    .filter(({ from, to }) => from > at.getTime() && dropped.some((shift) => from < shift.to && shift.from < to))
    .map(({ id }) => id);
  return tx.$queryRaw`
    select a.id, t.number from appointments a join tasks t on t.id = a.task_id
    where a.id = any(${ids}::uuid[]) and a.state = 'booked' order by t.number`;
}

/** WO-15 · Sends a task whose technician has time off back to dispatch, with the reason in its work notes. */
export async function sendBack(
  context: CommandContext,
  task: WorkOrderTask,
  visit: BookedAppointment,
  reason: string,
): Promise<void> {
  // Work has begun, or is over.
  if (!canBeArranged(task).ok) return;
  await withdrawTechnician(context, task, visit, reason);
  await updateRecord(
    context,
    'work_order_task',
    task,
    withoutTechnician(task),
    { workNote: reason },
    { byAction: true },
  );
}
