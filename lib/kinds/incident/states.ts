import { stateTable } from '#lib/record/definition.ts';

export const incidentStates = stateTable({
  new: { label: 'New', tone: 'new', external: '1', phase: 'open' },
  in_progress: { label: 'In Progress', tone: 'progress', external: '2', phase: 'open' },
  on_hold: { label: 'On Hold', tone: 'waiting', external: '3', phase: 'open' },
  resolved: { label: 'Resolved', tone: 'resolved', external: '6', phase: 'resolved' },
  closed: { label: 'Closed', tone: 'closed', external: '7', phase: 'final' },
  canceled: { label: 'Canceled', tone: 'closed', external: '8', alsoAccepts: ['Cancelled'], phase: 'final' },
});

export type IncidentState = keyof typeof incidentStates;

/** The allowed moves of an incident. */
export const incidentMoves: Readonly<Record<IncidentState, readonly IncidentState[]>> = {
  new: ['in_progress', 'on_hold', 'resolved', 'canceled'],
  in_progress: ['on_hold', 'resolved', 'canceled'],
  on_hold: ['in_progress', 'resolved', 'canceled'],
  resolved: ['in_progress', 'closed'],
  closed: [],
  canceled: [],
};
