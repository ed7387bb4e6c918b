import { describe, expect, it } from 'vitest';
import { communicationHasText } from '#lib/problem/rules/communicate.ts';
import { defaultSettings, type Settings } from '#lib/settings/settings.ts';
import { theProblemWith } from '#lib/testing/records.ts';
import { type Problem, problemDefinition } from '../definition.ts';
import { type ProblemCode, type ProblemState, problemStates } from '../states.ts';
import { validateProblem } from './validate-update.ts';

const states = Object.keys(problemStates) as ProblemState[];
const codes: readonly ProblemCode[] = ['fix_applied', 'risk_accepted', 'duplicate', 'canceled'];
const texts = {
  causeNotes: 'A leak.',
  fixNotes: 'More memory.',
  riskAcceptedReason: 'It is rare.',
  cancelledReason: 'No problem.',
  duplicateOfId: 'another-problem',
};

/** The target states of each state, and the codes for closing. */
const moves: Readonly<Record<ProblemState, readonly string[]>> = {
  new: ['assess', 'closed canceled', 'closed duplicate'],
  assess: ['root_cause_analysis', 'closed risk_accepted', 'closed canceled', 'closed duplicate'],
  root_cause_analysis: ['fix_in_progress', 'closed risk_accepted'],
  fix_in_progress: ['resolved', 'closed risk_accepted'],
  resolved: ['root_cause_analysis', 'closed fix_applied'],
  closed: [],
};

describe('a problem moves', () => {
  for (const from of states)
    for (const to of states.filter((state) => state !== from))
      for (const resolutionCode of to === 'closed' ? codes : [to === 'resolved' ? 'fix_applied' : null]) {
        const name = to === 'closed' ? `${to} ${resolutionCode}` : to;
        const allowed = moves[from].includes(name);
        it(`PRB-1 · from ${from} to ${name}: ${allowed ? 'yes' : 'no'}`, () => {
          const after = theProblemWith({ ...texts, state: to, resolutionCode });
          expect(validateProblem(theProblemWith({ ...texts, state: from }), after).ok).toBe(allowed);
        });
      }

  it('REC-5 · a closed problem keeps its fields, but may be written into', () => {
    const closed = theProblemWith({ ...texts, state: 'closed', resolutionCode: 'fix_applied' });
    expect(validateProblem(closed, closed).ok).toBe(true);
    expect(validateProblem(closed, { ...closed, workaround: 'x' })).toMatchObject({ ok: false, rule: 'REC-5' });
  });
});

describe('a resolution code', () => {
  const ends: readonly [ProblemCode, ProblemState, ProblemState, readonly (keyof Problem)[]][] = [
    ['fix_applied', 'fix_in_progress', 'resolved', ['causeNotes', 'fixNotes']],
    ['fix_applied', 'resolved', 'closed', ['causeNotes', 'fixNotes']],
    ['risk_accepted', 'assess', 'closed', ['causeNotes', 'riskAcceptedReason']],
    ['canceled', 'new', 'closed', ['cancelledReason']],
    ['duplicate', 'new', 'closed', ['duplicateOfId']],
  ];

  for (const [resolutionCode, from, to, needed] of ends) {
    const before = theProblemWith({ state: from });
    it(`PRB-1 · ${resolutionCode}, ${to}: needs ${needed.join(' and ')} and nothing else`, () => {
      const given = Object.fromEntries(
        Object.entries(texts).filter(([name]) => needed.includes(name as keyof Problem)),
      );
      const after = theProblemWith({ ...given, state: to, resolutionCode });
      expect(validateProblem(before, after).ok).toBe(true);
    });

    it.each(needed)(`PRB-1 · ${resolutionCode}, ${to}: not without %s`, (field) => {
      const empty = field === 'duplicateOfId' ? { [field]: null } : { [field]: ' \n' };
      const after = theProblemWith({ ...texts, state: to, resolutionCode, ...empty });
      expect(validateProblem(before, after)).toMatchObject({ ok: false, rule: 'PRB-1', field });
    });
  }

  it('PRB-1 · closing needs a code, and a problem is no duplicate of itself', () => {
    const before = theProblemWith();
    const closed = { ...texts, state: 'closed' };
    expect(validateProblem(before, theProblemWith(closed))).toMatchObject({ rule: 'PRB-1', field: 'resolutionCode' });
    const own = theProblemWith({ ...closed, resolutionCode: 'duplicate', duplicateOfId: before.id });
    expect(validateProblem(before, own)).toMatchObject({ rule: 'PRB-1', field: 'duplicateOfId' });
  });

  it('PRB-1 · resolving sets Fix Applied, and reopened work has no code', () => {
    const context = { settings: defaultSettings } as Parameters<typeof problemDefinition.deriveFields>[2];
    const derive = (before: Problem, to: Partial<Problem>) =>
      problemDefinition.deriveFields(before, { ...before, ...to }, context).resolutionCode;
    expect(derive(theProblemWith({ state: 'fix_in_progress' }), { state: 'resolved' })).toBe('fix_applied');
    const resolved = theProblemWith({ state: 'resolved', resolutionCode: 'fix_applied' });
    expect(derive(resolved, { state: 'root_cause_analysis' })).toBeNull();
    expect(derive(resolved, { state: 'closed' })).toBe('fix_applied');
  });

  it.each(states)('PRB-1 · in %s it follows the state, whatever is proposed', (state) => {
    const context = { settings: defaultSettings } as Parameters<typeof problemDefinition.deriveFields>[2];
    const before = theProblemWith({ state, resolutionCode: state === 'resolved' ? 'fix_applied' : null });
    const proposed = problemDefinition.deriveFields(before, { ...before, resolutionCode: 'duplicate' }, context);
    // In Closed, a separate rule keeps all fields.
    const follows = state === 'closed' ? 'duplicate' : before.resolutionCode;
    expect(proposed.resolutionCode).toBe(follows);
  });
});

describe('the priority of a problem', () => {
  const off: Settings = { ...defaultSettings, values: new Map([['com.snc.incident.data_lookup_active', 'false']]) };
  const priorityAfter = (settings: Settings, values: Partial<Problem>) => {
    const before = theProblemWith({ priority: 5 });
    const context = { settings } as Parameters<typeof problemDefinition.deriveFields>[2];
    return problemDefinition.deriveFields(before, { ...before, ...values }, context).priority;
  };

  it('PRB-3 · with the lookup active it follows impact and urgency, and cannot be set by hand', () => {
    expect(priorityAfter(defaultSettings, { impact: 1, urgency: 1 })).toBe(1);
    expect(priorityAfter(defaultSettings, { priority: 1 })).toBe(5);
    expect(problemDefinition.readOnly(theProblemWith(), defaultSettings)).toHaveProperty('priority');
  });

  it('PRB-3 · with the lookup inactive it is set by hand', () => {
    expect(priorityAfter(off, { impact: 1, urgency: 1 })).toBe(5);
    expect(priorityAfter(off, { priority: 2 })).toBe(2);
    expect(problemDefinition.readOnly(theProblemWith(), off)).toEqual({});
  });
});

describe('communicating', () => {
  it.each([
    ['workaround', 'workaround'],
    ['fix', 'fixNotes'],
  ] as const)('PRB-2 · the %s needs a text', (what, field) => {
    expect(communicationHasText(theProblemWith(), what, ' \n')).toMatchObject({ ok: false, rule: 'PRB-2', field });
    expect(communicationHasText(theProblemWith(), what, 'Restart it.').ok).toBe(true);
  });
});
