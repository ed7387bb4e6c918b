import { minutesOfVisit } from '#lib/diary/interval.ts';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';

/** WO-5, WO-6 · A task with its appointment: technician, time, at least Scheduled. A new technician has not accepted it yet. */
export function withVisit(
  task: WorkOrderTask,
  { technicianId, startsAt, endsAt }: { technicianId: string; startsAt: Date; endsAt: Date },
): WorkOrderTask {
  const isOther = task.assignedToId !== technicianId;
  const state =
    task.state === 'pending_dispatch' ? 'scheduled' : isOther && task.state === 'accepted' ? 'assigned' : task.state;
  const plannedMinutes = minutesOfVisit({ startsAt, endsAt });
  return { ...task, state, assignedToId: technicianId, plannedStart: startsAt, plannedEnd: endsAt, plannedMinutes };
}

/** WO-15 · The task without its technician: back to dispatch, with the same window. */
export const withoutTechnician = (task: WorkOrderTask): WorkOrderTask => ({
  ...task,
  state: 'pending_dispatch',
  assignedToId: null,
});

/** The task without its appointment. */
export const withoutVisit = (task: WorkOrderTask): WorkOrderTask => ({
  ...withoutTechnician(task),
  plannedStart: null,
  plannedEnd: null,
});
