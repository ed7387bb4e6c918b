import { type WorkOrderState, workOrderStates } from '#lib/kinds/work-order/states.ts';
import type { WorkOrderTaskState } from '#lib/kinds/work-order-task/states.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** WO-5 · A work order that is no longer open gets no more tasks. */
export function mayHaveMoreTasks({ number, state }: { number: string; state: WorkOrderState }): Verdict {
  if (workOrderStates[state].phase === 'open') return yes;
  return no('WO-5', `${number} is ${workOrderStates[state].label}: no more tasks can be added.`);
}

/** WO-4 · Until its work order is ready for dispatch, a task is a draft. */
export function stateOfNewTask(state: WorkOrderState): WorkOrderTaskState {
  return state === 'draft' || state === 'awaiting_qualification' ? 'draft' : 'pending_dispatch';
}
