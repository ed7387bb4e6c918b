import type { UpdateContext } from '#lib/task/definition.ts';
import type { WorkOrderTask } from '../definition.ts';
import { isOver, type WorkOrderTaskState } from '../states.ts';

/** WO-5 · Who assigns a task moves it: to Assigned, and back to Pending Dispatch where it is taken from somebody. */
export function asAssigned(
  before: WorkOrderTask | null,
  proposed: WorkOrderTask,
  { byAction }: Pick<UpdateContext, 'byAction'>,
): WorkOrderTask {
  if (byAction || !before || before.assignedToId === proposed.assignedToId) return proposed;
  if (isOver(before.state as WorkOrderTaskState)) return proposed;
  if (proposed.assignedToId) return { ...proposed, state: 'assigned' };
  return before.state === 'draft' ? proposed : { ...proposed, state: 'pending_dispatch' };
}
