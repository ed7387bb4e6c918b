import { isOver, type WorkOrderTaskState, workOrderTaskStates } from '#lib/kinds/work-order-task/states.ts';

/** Who may do the action: a dispatcher, the assignee, or either. */
type By = 'dispatcher' | 'assignee' | 'either';

type TaskAction = {
  label: string;
  from: readonly WorkOrderTaskState[];
  to: WorkOrderTaskState;
  by: By;
  /** A reason is required and becomes a work note. */
  reason?: true;
};

const open = (Object.keys(workOrderTaskStates) as WorkOrderTaskState[]).filter((state) => !isOver(state));

/** WO-5, WO-9 · The only way to change a task's state. WO-4: a draft changes state with its work order, or ends. */
export const taskActions = {
  schedule: { label: 'Schedule', from: ['pending_dispatch'], to: 'scheduled', by: 'dispatcher' },
  assign: {
    label: 'Assign',
    from: open,
    to: 'assigned',
    by: 'dispatcher',
  },
  unassign: {
    label: 'Back to dispatch',
    from: ['scheduled', 'assigned', 'accepted', 'work_in_progress'],
    to: 'pending_dispatch',
    by: 'dispatcher',
  },
  accept: { label: 'Accept', from: ['assigned'], to: 'accepted', by: 'assignee' },
  decline: { label: 'Decline', from: ['assigned', 'accepted'], to: 'pending_dispatch', by: 'assignee', reason: true },
  start: { label: 'Start work', from: ['accepted'], to: 'work_in_progress', by: 'assignee' },
  complete: { label: 'Close complete', from: ['work_in_progress'], to: 'closed_complete', by: 'either' },
  leaveIncomplete: {
    label: 'Close incomplete',
    from: ['accepted', 'work_in_progress'],
    to: 'closed_incomplete',
    by: 'either',
    reason: true,
  },
  cancel: { label: 'Cancel task', from: open, to: 'cancelled', by: 'dispatcher', reason: true },
} as const satisfies Record<string, TaskAction>;

export type TaskActionName = keyof typeof taskActions;

export const taskActionNames = Object.keys(taskActions) as [TaskActionName, ...TaskActionName[]];

/** Actions that the user can take on a task now. */
export function taskActionsNow(
  state: WorkOrderTaskState,
  who: { dispatches: boolean; isAssignee: boolean },
): TaskActionName[] {
  return taskActionNames.filter((name) => {
    const { from, by }: TaskAction = taskActions[name];
    const may = (by !== 'assignee' && who.dispatches) || (by !== 'dispatcher' && who.isAssignee);
    return may && from.includes(state);
  });
}
