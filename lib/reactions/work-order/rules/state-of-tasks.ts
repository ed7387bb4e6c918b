import type { WorkOrderState } from '#lib/kinds/work-order/states.ts';
import { furthestFirst, isOver, type WorkOrderTaskState } from '#lib/kinds/work-order-task/states.ts';

export type TaskOfOrder = { id: string; state: WorkOrderTaskState; followsOnFromId: string | null };

/**
 * WO-5 · The state of a work order, by its tasks. While a task is open, the order has the state of the most advanced one.
 * Before that it keeps the state that people have set, and returns to it when a technician declines.
 */
export function stateOfTasks(
  state: WorkOrderState,
  tasks: readonly TaskOfOrder[],
  needsQualification: boolean,
): WorkOrderState {
  if (tasks.length === 0) return state;
  const open = tasks.filter((task) => !isOver(task.state));
  if (open.length === 0) return stateAtEnd(tasks);
  const furthest = furthestFirst.find((each) => open.some((task) => task.state === each));
  if (furthest) return furthest;
  const wasUnderWay = furthestFirst.some((each) => each === state);
  if (!wasUnderWay) return state;
  // Completed work keeps the order in work in progress.
  if (tasks.some(isComplete)) return 'work_in_progress';
  return needsQualification ? 'qualified' : 'ready_for_dispatch';
}

function stateAtEnd(tasks: readonly TaskOfOrder[]): WorkOrderState {
  const leftUndone = tasks.some((task) => task.state === 'closed_incomplete' && !wasDoneAfter(task, tasks));
  if (leftUndone) return 'closed_incomplete';
  return tasks.some(isComplete) ? 'closed_complete' : 'canceled';
}

/** Whether a direct or indirect follow-up of this task was completed. */
function wasDoneAfter({ id }: TaskOfOrder, tasks: readonly TaskOfOrder[]): boolean {
  const following = tasks.filter(({ followsOnFromId }) => followsOnFromId === id);
  return following.some((task) => isComplete(task) || wasDoneAfter(task, tasks));
}

const isComplete = ({ state }: TaskOfOrder) => state === 'closed_complete';
