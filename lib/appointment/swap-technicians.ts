import type { BookedAppointment } from '#lib/diary/booked-of.ts';
import { minutesOfVisit } from '#lib/diary/interval.ts';
import { notifyOfVisit } from '#lib/diary/notify-of-visit.ts';
import { placeVisit } from '#lib/diary/place-visit.ts';
import { changeVisits } from '#lib/diary/store-visit.ts';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import { withVisit } from './rules/task-with-visit.ts';

interface Locked {
  task: WorkOrderTask;
  before: BookedAppointment;
}

/** WO-12 · Swaps the technicians of two visits. Technicians are locked in the order of their ids. */
export async function swapTechnicians(
  context: CommandContext,
  one: Locked,
  other: Locked,
  reason: string,
): Promise<WorkOrderTask> {
  const pairs = [
    { ...one, technicianId: other.before.technicianId ?? '', without: other.task.id },
    { ...other, technicianId: one.before.technicianId ?? '', without: one.task.id },
  ];
  for (const { task, before, technicianId, without } of pairs.toSorted((a, b) =>
    a.technicianId.localeCompare(b.technicianId),
  ))
    await placeVisit(context, task, {
      startsAt: before.startsAt,
      minutes: minutesOfVisit(before),
      technicianId,
      exceptTaskIds: [without],
    });
  const changes = pairs.map(({ before, technicianId }) => ({ before, technicianId, reason }));
  const changed = await changeVisits(context, changes);
  const records: WorkOrderTask[] = [];
  for (const [index, { task, before, technicianId }] of pairs.entries()) {
    const after = changed[index] ?? before;
    const journal = reason ? { workNote: reason } : {};
    const swapped = withVisit(task, { technicianId, startsAt: before.startsAt, endsAt: before.endsAt });
    const record = await updateRecord(context, 'work_order_task', task, swapped, journal, { byAction: true });
    await notifyOfVisit(context, record, 'reassigned', { before, after });
    records.push(record);
  }
  return records[0] ?? one.task;
}
