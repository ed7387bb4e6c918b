import { describe, expect, it } from 'vitest';
import { theIncidentWith } from '#lib/testing/records.ts';
import { incidentMayMove } from './rules/validate-update.ts';
import { type IncidentState, incidentStates } from './states.ts';

const states = Object.keys(incidentStates) as IncidentState[];

// The moves, state by state.
const allowed: Readonly<Record<IncidentState, readonly IncidentState[]>> = {
  new: ['in_progress', 'on_hold', 'resolved', 'canceled'],
  in_progress: ['on_hold', 'resolved', 'canceled'],
  on_hold: ['in_progress', 'resolved', 'canceled'],
  resolved: ['in_progress', 'closed'],
  closed: [],
  canceled: [],
};

describe('the moves of an incident', () => {
  for (const from of states)
    for (const to of states.filter((state) => state !== from)) {
      const may = allowed[from].includes(to);
      it(`REC-5 · an incident that is ${incidentStates[from].label} ${may ? 'may' : 'may not'} become ${incidentStates[to].label}`, () => {
        const verdict = incidentMayMove(theIncidentWith({ state: from }), theIncidentWith({ state: to }));
        expect(verdict).toMatchObject(may ? { ok: true } : { ok: false, rule: 'REC-5', field: 'state' });
      });
    }

  // The external names of states and values.
  it.each([
    ['new', 'New', '1'],
    ['in_progress', 'In Progress', '2'],
    ['on_hold', 'On Hold', '3'],
    ['resolved', 'Resolved', '6'],
    ['closed', 'Closed', '7'],
    ['canceled', 'Canceled', '8'],
  ] as const)('an incident that is %s reads %s and is %s outside', (state, label, external) => {
    expect(incidentStates[state]).toMatchObject({ label, external });
  });
});
