import type { WorkOrderTaskState } from '#lib/kinds/work-order-task/states.ts';
import { type TaskActionName, taskActions, taskActionsNow } from './task-actions.ts';

/** WO-6 · A task is scheduled by booking a window, not by a button. */
export type MovableBy = Exclude<TaskActionName, 'schedule'>;

/** A task's button and the inputs that it asks for. */
export type TaskMove = {
  name: MovableBy;
  label: string;
  asks: 'technician' | 'reason' | 'times' | 'reason and times' | null;
};

const asks: Readonly<Partial<Record<MovableBy, TaskMove['asks']>>> = {
  assign: 'technician',
  decline: 'reason',
  cancel: 'reason',
  complete: 'times',
  leaveIncomplete: 'reason and times',
};

/** Actions that do not advance the task come last: a phone shows only the first button. */
const back: ReadonlySet<MovableBy> = new Set(['decline', 'unassign', 'leaveIncomplete', 'cancel']);

/** WO-5, WO-9 · Buttons that the user has on a task now. */
export function taskMoves(state: WorkOrderTaskState, who: { dispatches: boolean; isAssignee: boolean }): TaskMove[] {
  const names = taskActionsNow(state, who).flatMap((name) => (name === 'schedule' ? [] : [name]));
  return names
    .toSorted((one, other) => Number(back.has(one)) - Number(back.has(other)))
    .map((name) => ({ name, label: labelOf(name, state), asks: asks[name] ?? null }));
}

const labelOf = (name: MovableBy, state: WorkOrderTaskState) =>
  name === 'assign' && (state === 'assigned' || state === 'accepted') ? 'Reassign' : taskActions[name].label;
