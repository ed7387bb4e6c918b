import { type WorkOrderTaskState, workOrderTaskStates } from '#lib/kinds/work-order-task/states.ts';
import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { type TaskActionName, taskActions } from '../task-actions.ts';

type Task = { number: string; state: WorkOrderTaskState };
type Words = { reason?: string; actualEnd?: Date | null };

/** WO-5 · The action must be possible in the task's state. */
function leadsOnFrom(task: Task, action: TaskActionName): Verdict {
  const { from, label }: { from: readonly WorkOrderTaskState[]; label: string } = taskActions[action];
  if (from.includes(task.state)) return yes;
  return no('WO-5', `${task.number} is ${workOrderTaskStates[task.state].label}: "${label}" is not possible now.`);
}

/** WO-9 · Some actions require a reason, which becomes a work note. */
function hasItsReason(action: TaskActionName, { reason = '' }: Words): Verdict {
  return 'reason' in taskActions[action] && reason.trim() === '' ? no('WO-9', 'Enter a reason.', 'reason') : yes;
}

/** WO-9 · The actual end cannot be in the future. */
function hasEnded({ actualEnd }: Words, now: Date): Verdict {
  return actualEnd && actualEnd > now ? no('WO-9', 'The actual end cannot be in the future.', 'actualEnd') : yes;
}

/** Whether a task allows the action, regardless of the user. */
export function mayAct(task: Task, action: TaskActionName, words: Words, now: Date): Verdict {
  return first(leadsOnFrom(task, action), hasItsReason(action, words), hasEnded(words, now));
}
