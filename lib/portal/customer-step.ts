import type { CaseState } from '#lib/kinds/case/states.ts';

/** POR-22 · The progress of a case, in customers' words. */
export type CustomerStep = 'received' | 'work' | 'answer' | 'done';

export const customerSteps: readonly CustomerStep[] = ['received', 'work', 'answer', 'done'];

const steps: Readonly<Record<CaseState, CustomerStep>> = {
  new: 'received',
  open: 'work',
  awaiting_info: 'answer',
  resolved: 'answer',
  closed: 'done',
  cancelled: 'done',
};

/** An order is received until its request is approved, whatever the state of its case. */
export function stepOf(state: string, requestState: string | null = null): CustomerStep {
  const step = steps[state as CaseState] ?? 'work';
  if (requestState === null || step === 'answer' || step === 'done') return step;
  return requestState === 'requested' ? 'received' : 'work';
}

/** POR-15 · The states in which a case waits for its customer. */
export const waitingStates: readonly CaseState[] = ['awaiting_info', 'resolved'];
