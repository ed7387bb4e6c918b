import { stateTable } from '#lib/record/definition.ts';

export const problemStates = stateTable({
  new: { label: 'New', tone: 'new', external: '101', phase: 'open' },
  assess: { label: 'Assess', tone: 'progress', external: '102', phase: 'open' },
  root_cause_analysis: { label: 'Root Cause Analysis', tone: 'progress', external: '103', phase: 'open' },
  fix_in_progress: { label: 'Fix in Progress', tone: 'progress', external: '104', phase: 'open' },
  resolved: { label: 'Resolved', tone: 'resolved', external: '106', phase: 'resolved' },
  closed: { label: 'Closed', tone: 'closed', external: '107', phase: 'final' },
});

export type ProblemState = keyof typeof problemStates;

/** The allowed moves of a problem. closingCodes has the resolution codes for closing it. */
export const problemMoves: Readonly<Record<ProblemState, readonly ProblemState[]>> = {
  new: ['assess', 'closed'],
  assess: ['root_cause_analysis', 'closed'],
  root_cause_analysis: ['fix_in_progress', 'closed'],
  fix_in_progress: ['resolved', 'closed'],
  resolved: ['closed', 'root_cause_analysis'],
  closed: [],
};

export type ProblemCode = 'fix_applied' | 'risk_accepted' | 'duplicate' | 'canceled';

/** PRB-1 · The resolution codes with which a problem may be closed, by its state. */
export const closingCodes: Readonly<Record<ProblemState, readonly ProblemCode[]>> = {
  new: ['canceled', 'duplicate'],
  assess: ['risk_accepted', 'canceled', 'duplicate'],
  root_cause_analysis: ['risk_accepted'],
  fix_in_progress: ['risk_accepted'],
  resolved: ['fix_applied'],
  closed: [],
};
