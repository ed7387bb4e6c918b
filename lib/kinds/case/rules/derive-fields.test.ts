import { describe, expect, it } from 'vitest';
import { system } from '#lib/platform/actor.ts';
import { defaultSettings } from '#lib/settings/settings.ts';
import { theCaseWith } from '#lib/testing/records.ts';
import { type Case, caseDefinition } from '../definition.ts';
import { type CaseState, caseStates } from '../states.ts';

const derive = (before: Case | null, after: Case) =>
  caseDefinition.deriveFields(before, after, {
    actor: system,
    at: new Date(0),
    journal: {},
    settings: defaultSettings,
  });

describe('the account of a case', () => {
  const ofCora = theCaseWith({ contactId: 'cora', accountId: 'boxeo' });

  it.each<[string, Partial<Case>, string | null]>([
    ['stays with its contact', { priority: 1 }, 'boxeo'],
    ['goes with its contact, where a consumer comes instead', { contactId: null, consumerId: 'jane' }, null],
    ['stays where nobody comes instead', { contactId: null }, 'boxeo'],
  ])('%s', (_what, values, accountId) => {
    expect(derive(ofCora, { ...ofCora, ...values }).accountId).toBe(accountId);
  });

  it('a case of a consumer never has one, and nobody can set one', () => {
    const ofJane = theCaseWith({ contactId: null, consumerId: 'jane' });
    expect(derive(null, { ...ofJane, accountId: 'boxeo' }).accountId).toBeNull();
    const because = 'A case of a consumer has none';
    expect(caseDefinition.readOnly(ofJane, defaultSettings)).toEqual({ accountId: { rule: 'REC-5', because } });
    expect(caseDefinition.readOnly(theCaseWith({ contactId: null }), defaultSettings)).toEqual({});
  });

  it('MAJ-4 · a major case, which has none, is offered none', () => {
    const major = theCaseWith({ contactId: null, accountId: null, majorCaseState: 'accepted' });
    expect(Object.keys(caseDefinition.readOnly(major, defaultSettings))).toEqual([
      'contactId',
      'consumerId',
      'accountId',
    ]);
    // An account from before can still be removed.
    expect(caseDefinition.readOnly({ ...major, accountId: 'boxeo' }, defaultSettings)).toEqual({});
  });
});

describe('the confirmation of a resolution code', () => {
  it.each(Object.keys(caseStates) as CaseState[])('CASE-6 · a case that becomes %s', (state) => {
    const before = theCaseWith({ state: 'resolved', codeConfirmation: 'It is meant.' });
    const keeps = caseStates[state].phase !== 'open';
    expect(derive(before, { ...before, state }).codeConfirmation).toBe(keeps ? 'It is meant.' : '');
  });
});
