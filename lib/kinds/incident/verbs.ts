import type { IncidentState } from './states.ts';

/** A header button of an incident, with its target state. The State field may offer more states. */
export type IncidentVerb = { label: string; to: IncidentState };

/** The most frequent moves, in the order of the buttons. */
const incidentVerbs: readonly IncidentVerb[] = [
  { label: 'Start', to: 'in_progress' },
  { label: 'Hold', to: 'on_hold' },
  { label: 'Resolve', to: 'resolved' },
];

/** Buttons for the states that State offers now. A resolved incident is reopened by State, because *Start* begins work. */
export function incidentVerbsNow(state: string, offered: readonly string[]): IncidentVerb[] {
  if (state === 'resolved') return [];
  return incidentVerbs.filter(({ to }) => to !== state && offered.includes(to));
}
