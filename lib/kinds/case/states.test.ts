import { describe, expect, it } from 'vitest';
import { caseMayMove } from './rules/validate-update.ts';
import { type CaseState, caseStates } from './states.ts';

const states = Object.keys(caseStates) as CaseState[];

// The moves of a case, action by action.
const allowed: Readonly<Record<CaseState, readonly CaseState[]>> = {
  new: ['open', 'resolved', 'closed', 'cancelled'],
  open: ['awaiting_info', 'resolved', 'closed', 'cancelled'],
  awaiting_info: ['open', 'resolved', 'closed', 'cancelled'],
  resolved: ['closed', 'open'],
  closed: [],
  cancelled: [],
};

describe('the moves of a case', () => {
  for (const from of states)
    for (const to of states.filter((state) => state !== from)) {
      const may = allowed[from].includes(to);
      it(`REC-5, CASE-3 · a case that is ${caseStates[from].label} ${may ? 'may' : 'may not'} become ${caseStates[to].label}`, () => {
        expect(caseMayMove(from, to).ok).toBe(may);
      });
    }

  it('REC-5 · a state that does not exist is refused and named', () => {
    expect(caseMayMove('new', 'gone')).toEqual({
      ok: false,
      rule: 'REC-5',
      because: 'A case cannot go from New to gone.',
      field: 'state',
    });
  });

  // The external names of states and values.
  it.each([
    ['new', 'New', '1'],
    ['open', 'Open', '10'],
    ['awaiting_info', 'Awaiting Info', '18'],
    ['resolved', 'Resolved', '6'],
    ['closed', 'Closed', '3'],
    ['cancelled', 'Cancelled', '7'],
  ] as const)('a case that is %s reads %s and is %s outside', (state, label, external) => {
    expect(caseStates[state]).toMatchObject({ label, external });
  });
});
