import { expect, it } from 'vitest';
import { type IncidentState, incidentMoves } from './states.ts';
import { incidentVerbsNow } from './verbs.ts';

it.each<[IncidentState, string]>([
  ['new', 'Start, Hold, Resolve'],
  ['in_progress', 'Hold, Resolve'],
  ['on_hold', 'Start, Resolve'],
  ['resolved', ''],
  ['closed', ''],
])('INC-1, INC-3 · the buttons of an incident that is %s: %s', (state, labels) => {
  const offered = [state, ...incidentMoves[state]];
  expect(
    incidentVerbsNow(state, offered)
      .map(({ label }) => label)
      .join(', '),
  ).toBe(labels);
});

it('REC-5 · a state that the State field does not offer has no button', () => {
  expect(incidentVerbsNow('new', [])).toEqual([]);
});
