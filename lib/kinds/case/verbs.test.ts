import { describe, expect, it } from 'vitest';
import { system } from '#lib/platform/actor.ts';
import { cora, internalUser } from '#lib/testing/records.ts';
import { verbsNow } from './rules/has-verb-now.ts';
import { type CaseState, caseMoves, caseStates } from './states.ts';
import { type CaseVerb, caseVerbNames, caseVerbs, stateAfter } from './verbs.ts';

type Offered = Readonly<Record<CaseState, readonly string[]>>;

const worked = ['Propose solution', 'Close case', 'Cancel case'];

const recorded = ['Record acceptance', 'Record rejection'];

const offered: Readonly<Record<'mine' | 'not mine' | "the customer's", Offered>> = {
  mine: {
    new: ['Accept', ...worked],
    open: ['Request info', ...worked],
    awaiting_info: ['Open case', ...worked],
    resolved: recorded,
    closed: [],
    cancelled: [],
  },
  'not mine': {
    new: ['Assign to me', ...worked],
    open: ['Assign to me', 'Request info', ...worked],
    awaiting_info: ['Assign to me', 'Open case', ...worked],
    resolved: recorded,
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
  mine: { assignedToId: 'ava', by: internalUser('sn_customerservice_agent') },
  'not mine': { assignedToId: 'pat', by: internalUser('sn_customerservice_agent') },
  "the customer's": { assignedToId: 'ava', by: cora },
};

const theCase = {
  number: 'CS0001001',
  state: 'new',
  assignedToId: null,
  majorCaseState: null,
  answeredAt: null,
  accountId: 'boxeo',
  contactId: 'cora',
  consumerId: null,
};

describe('the buttons of a case', () => {
  for (const whose of ['mine', 'not mine', "the customer's"] as const)
    for (const state of Object.keys(caseStates) as CaseState[])
      it(`CASE-8, CASE-3, CASE-10 · ${caseStates[state].label} and ${whose}: ${offered[whose][state].join(', ') || 'nothing'}`, () => {
        const { assignedToId, by } = viewers[whose];
        const names = verbsNow(by, { ...theCase, state, assignedToId });
        expect(names.map((name) => caseVerbs[name].label).sort()).toEqual([...offered[whose][state]].sort());
      });

  it('CASE-8 · an unassigned case is not "mine" for the system actor, which has no id', () => {
    expect(verbsNow(system, theCase)).not.toContain('accept');
    expect(verbsNow(system, theCase)).toContain('assign-to-me');
  });

  it('CASE-9 · a resolved major case can be closed, as there is no customer to accept', () => {
    const major = { ...theCase, state: 'resolved', majorCaseState: 'accepted', answeredAt: null };
    const manager = internalUser('sn_customerservice_manager');
    expect(verbsNow(manager, major)).toEqual(['close', 'reopen']);
    expect(verbsNow(internalUser('sn_customerservice_agent'), major)).toEqual([]);
    const candidate = { ...major, majorCaseState: 'proposed' };
    expect(verbsNow(manager, candidate)).toEqual(['record-acceptance', 'record-rejection']);
    const withoutCustomer = { ...candidate, accountId: null, contactId: null };
    expect(verbsNow(manager, withoutCustomer)).toEqual(['close', 'reopen']);
    expect(verbsNow(internalUser('sn_customerservice_agent'), withoutCustomer)).toEqual([]);
  });

  it.each([
    ['without a role', internalUser()],
    ['who only views cases', internalUser('sn_customerservice.case_viewer')],
  ])('ACC-6 · somebody %s has no button', (_who, viewer) => {
    for (const state of Object.keys(caseStates)) expect(verbsNow(viewer, { ...theCase, state })).toEqual([]);
  });

  it('CASE-3 · an administrator has every button but those of the customer', () => {
    const resolved = { ...theCase, state: 'resolved' };
    expect(verbsNow(internalUser('admin'), resolved)).toEqual(['record-acceptance', 'record-rejection']);
    expect(verbsNow(cora, resolved)).toEqual(['accept-solution', 'reject-solution']);
  });

  it('MAIL-10 · before several solutions are proposed, no email is announced to unreachable customers', () => {
    expect(caseVerbs['propose-solution'].noticed).toMatch(/^Each reachable customer is asked/);
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
      it(`CASE-8 · ${label} moves from ${caseStates[state].label} to an allowed state`, () => {
        expect([state, ...caseMoves[state]]).toContain(stateAfter(name, state));
      });
  }
});
