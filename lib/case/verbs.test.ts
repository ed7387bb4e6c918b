import { describe, expect, it } from 'vitest';
import { type CaseState, caseMoves, caseStates } from './states.ts';
import { type CaseVerb, caseVerbNames, caseVerbs, stateAfter, verbsNow } from './verbs.ts';

type Offered = Readonly<Record<CaseState, readonly string[]>>;

const worked = ['Propose solution', 'Close case', 'Cancel case'];

// CASE-8 and the table of chapter 1.
const offered: Readonly<Record<'mine' | 'not mine' | "the customer's", Offered>> = {
  mine: {
    new: ['Accept', ...worked],
    open: ['Request info', ...worked],
    awaiting_info: ['Open case', ...worked],
    resolved: [],
    closed: [],
    cancelled: [],
  },
  'not mine': {
    new: ['Assign to me', ...worked],
    open: ['Assign to me', 'Request info', ...worked],
    awaiting_info: ['Assign to me', 'Open case', ...worked],
    resolved: [],
    closed: [],
    cancelled: [],
  },
  "the customer's": {
    new: ['Close case'],
    open: ['Close case'],
    awaiting_info: ['Close case'],
    resolved: ['Accept solution', 'Reject solution'],
    closed: [],
    cancelled: [],
  },
};

const viewers = {
  mine: { assignedToId: 'ava', by: { userId: 'ava', as: 'agent' } },
  'not mine': { assignedToId: 'pat', by: { userId: 'ava', as: 'agent' } },
  "the customer's": { assignedToId: 'ava', by: { userId: 'cora', as: 'customer' } },
} as const;

describe('the buttons of a case', () => {
  for (const whose of ['mine', 'not mine', "the customer's"] as const)
    for (const state of Object.keys(caseStates) as CaseState[])
      it(`CASE-8, CASE-3 · ${caseStates[state].label} and ${whose}: ${offered[whose][state].join(', ') || 'nothing'}`, () => {
        const { assignedToId, by } = viewers[whose];
        const names = verbsNow({ state, assignedToId, majorCaseState: null }, by);
        expect(names.map((name) => caseVerbs[name].label).sort()).toEqual([...offered[whose][state]].sort());
      });

  it('CASE-8 · a case of nobody is not "mine" for the product, which has no id', () => {
    const standing = { state: 'new', assignedToId: null, majorCaseState: null };
    expect(verbsNow(standing, { userId: null, as: 'agent' })).not.toContain('accept');
  });

  it('CASE-9 · a resolved major case can be closed, as there is no customer to accept', () => {
    const major = { state: 'resolved', assignedToId: null, majorCaseState: 'accepted' };
    expect(verbsNow(major, { userId: 'mia', as: 'agent' })).toEqual(['close']);
    expect(verbsNow({ ...major, majorCaseState: 'proposed' }, { userId: 'mia', as: 'agent' })).toEqual([]);
  });

  it.each([
    ['new', 'open'],
    ['open', 'open'],
    ['awaiting_info', 'awaiting_info'],
  ])('CASE-8 · Assign to me takes a case from %s to %s', (from, to) => {
    expect(stateAfter('assign-to-me', from)).toBe(to);
  });

  for (const name of caseVerbNames) {
    const { from, label }: CaseVerb = caseVerbs[name];
    for (const state of from)
      it(`CASE-8 · ${label} leads from ${caseStates[state].label} to where a case may go`, () => {
        expect([state, ...caseMoves[state]]).toContain(stateAfter(name, state));
      });
  }
});
