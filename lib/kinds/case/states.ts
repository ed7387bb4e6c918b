import { stateTable } from '#lib/record/definition.ts';

export const caseStates = stateTable({
  new: { label: 'New', tone: 'new', external: '1', phase: 'open' },
  open: { label: 'Open', tone: 'progress', external: '10', phase: 'open' },
  awaiting_info: { label: 'Awaiting Info', tone: 'waiting', external: '18', phase: 'open' },
  resolved: { label: 'Resolved', tone: 'resolved', external: '6', phase: 'resolved' },
  closed: { label: 'Closed', tone: 'closed', external: '3', phase: 'final' },
  cancelled: { label: 'Cancelled', tone: 'closed', external: '7', alsoAccepts: ['Canceled'], phase: 'final' },
});

export type CaseState = keyof typeof caseStates;

/** The allowed moves of a case. Who may move it, and with what input, is in verbs.ts. */
export const caseMoves: Readonly<Record<CaseState, readonly CaseState[]>> = {
  new: ['open', 'resolved', 'closed', 'cancelled'],
  open: ['awaiting_info', 'resolved', 'closed', 'cancelled'],
  awaiting_info: ['open', 'resolved', 'closed', 'cancelled'],
  resolved: ['closed', 'open'],
  closed: [],
  cancelled: [],
};
