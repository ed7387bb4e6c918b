import type { UpdateContext } from '#lib/record/definition.ts';
import type { WorkOrderTask } from '../definition.ts';
import { isOver, type WorkOrderTaskState } from '../states.ts';

/** WO-4, WO-5 · The state of a task with a technician: Assigned. A draft stays a draft until its work order is ready. */
export const stateWithTechnician = ({ state }: Pick<WorkOrderTask, 'state'>): WorkOrderTaskState =>
  state === 'draft' ? 'draft' : 'assigned';

/** WO-5 · Assigning a task moves it to Assigned. Removing its technician moves it back to Pending Dispatch. */
export function asAssigned(
  before: WorkOrderTask | null,
  proposed: WorkOrderTask,
  { byAction }: Pick<UpdateContext, 'byAction'>,
): WorkOrderTask {
  if (byAction || !before || before.assignedToId === proposed.assignedToId) return proposed;
  if (isOver(before.state as WorkOrderTaskState)) return proposed;
  if (proposed.assignedToId) return { ...proposed, state: stateWithTechnician(before) };
  return before.state === 'draft' ? proposed : { ...proposed, state: 'pending_dispatch' };
}
