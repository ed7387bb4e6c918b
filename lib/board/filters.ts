import { type CaseState, caseStates } from '#lib/kinds/case/states.ts';

/** The states of a child case, in life cycle order. */
export const childStates = Object.keys(caseStates) as CaseState[];

const concerns = {
  all: 'All',
  not_told: 'Not notified',
  waiting: 'Answers waiting',
  own_incident: 'Own incident',
} as const;
export type Concern = keyof typeof concerns;
export const concernNames = Object.keys(concerns) as Concern[];

/** MAJ-9 · Filters of the child cases: those that need attention, or those in a state. */
export type BoardFilter = Concern | CaseState;
export const boardFilterNames: readonly BoardFilter[] = [...concernNames, ...childStates];

const isState = (filter: BoardFilter): filter is CaseState => filter in caseStates;

/** The label of a filter. */
export const boardFilterLabel = (filter: BoardFilter): string =>
  isState(filter) ? caseStates[filter].label : concerns[filter];

const nobody: Readonly<Record<Concern, string>> = {
  all: 'The cases of affected customers appear here.',
  not_told: 'Every customer with an open case was sent a message, or will get one shortly.',
  waiting: 'No customer waits for an answer.',
  own_incident: 'No child case has an incident other than that of the major case.',
};

/** MAJ-9 · The text shown for an empty list. */
export const noChildren = (filter: BoardFilter): string =>
  isState(filter) ? `No child case is in state ${caseStates[filter].label}.` : nobody[filter];
