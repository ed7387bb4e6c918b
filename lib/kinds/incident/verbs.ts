import type { IncidentState } from './states.ts';

/** A header button of an incident: which state it leads to, whatever the State field offers besides. */
export type IncidentVerb = { label: string; to: IncidentState };

/** The moves that somebody makes all day, in the order of the buttons. */
const incidentVerbs: readonly IncidentVerb[] = [
  { label: 'Start', to: 'in_progress' },
  { label: 'Hold', to: 'on_hold' },
  { label: 'Resolve', to: 'resolved' },
];

/** The buttons for the states that the record's State field offers now. A resolved incident is reopened by that field: *Start* begins work. */
export function incidentVerbsNow(state: string, offered: readonly string[]): IncidentVerb[] {
  if (state === 'resolved') return [];
  return incidentVerbs.filter(({ to }) => to !== state && offered.includes(to));
}
