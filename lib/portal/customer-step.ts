import type { CaseState } from '#lib/case/states.ts';

/** POR-22 · How far a case is, in customers' words. */
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

export const stepOf = (state: string): CustomerStep => steps[state as CaseState] ?? 'work';

/** POR-15 · The states in which a case waits for its customer. */
export const waitingStates: readonly CaseState[] = ['awaiting_info', 'resolved'];
