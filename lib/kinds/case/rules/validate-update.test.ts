import { describe, expect, it } from 'vitest';
import { type Actor, system } from '#lib/platform/actor.ts';
import { cora, internalUser, theCaseWith } from '#lib/testing/records.ts';
import type { Case } from '../definition.ts';
import { caseHasOneCustomer } from './one-customer.ts';
import {
  caseIsNotClosed,
  onlyTheCustomerAnswers,
  questionIsAsked,
  solutionIsProvided,
  validateCase,
} from './validate-update.ts';

const ava = internalUser('sn_customerservice_agent');
const solved = { resolutionCode: 'fixed_by_support', resolutionNotes: 'The cable was replaced.' };

describe('a case becomes another version of itself', () => {
  it.each([
    ['new', true],
    ['open', true],
    ['awaiting_info', true],
    ['resolved', true],
    ['closed', false],
    ['cancelled', false],
  ])('CASE-5 · a case that is %s can be changed: %s', (state, may) => {
    expect(caseIsNotClosed(theCaseWith({ state })).ok).toBe(may);
  });

  it.each<[string, Partial<Case>, boolean, string?]>([
    ['a contact', { contactId: 'cora' }, true],
    ['a consumer', { contactId: null, consumerId: 'jane' }, true],
    ['a contact and a consumer', { contactId: 'cora', consumerId: 'jane' }, false, 'consumerId'],
    ['nobody', { contactId: null }, false, 'contactId'],
    ['an account alone', { contactId: null, accountId: 'boxeo' }, false, 'contactId'],
    ['an account, being proactive', { contactId: null, accountId: 'boxeo', proactive: true }, true],
    ['nobody, being proactive', { contactId: null, proactive: true }, false, 'contactId'],
    ['nobody, being a major case', { contactId: null, majorCaseState: 'accepted' }, true],
    ['nobody, being a candidate', { contactId: null, majorCaseState: 'proposed' }, true],
    ['nobody, having been rejected', { contactId: null, majorCaseState: 'rejected' }, false, 'contactId'],
  ])('REC-5, CASE-9 · a case of %s', (_of, values, may, field) => {
    expect(caseHasOneCustomer(null, theCaseWith(values))).toMatchObject(
      may ? { ok: true } : { ok: false, rule: 'REC-5', field },
    );
  });

  it.each([
    ['with the question', 'Which port?', true],
    ['without it', undefined, false],
    ['with blanks only', ' \n ', false],
  ])('CASE-1 · info is requested %s', (_how, comment, may) => {
    const words = comment === undefined ? {} : { comment };
    const asked = questionIsAsked(theCaseWith({ state: 'open' }), theCaseWith({ state: 'awaiting_info' }), words);
    expect(asked).toMatchObject(may ? { ok: true } : { ok: false, rule: 'CASE-1', field: 'comment' });
  });

  it('CASE-1 · a case that already waits needs no second question', () => {
    const waiting = theCaseWith({ state: 'awaiting_info' });
    expect(questionIsAsked(waiting, { ...waiting, priority: 2 }, {}).ok).toBe(true);
  });

  it.each<[string, Partial<Case>, Actor, boolean, string?]>([
    ['an agent resolves with code and notes', { state: 'resolved', ...solved }, ava, true],
    ['an agent resolves without a code', { state: 'resolved', resolutionNotes: 'Done.' }, ava, false, 'resolutionCode'],
    [
      'an agent resolves without notes',
      { state: 'resolved', resolutionCode: 'duplicate' },
      ava,
      false,
      'resolutionNotes',
    ],
    [
      'an agent resolves with blank notes',
      { state: 'resolved', ...solved, resolutionNotes: ' ' },
      ava,
      false,
      'resolutionNotes',
    ],
    ['an agent closes with notes', { state: 'closed', resolutionNotes: 'Done.' }, ava, true],
    ['an agent closes without notes', { state: 'closed' }, ava, false, 'resolutionNotes'],
    ['a customer closes without notes', { state: 'closed' }, cora, true],
    ['an agent cancels without notes', { state: 'cancelled' }, ava, true],
  ])('CASE-2 · %s', (_what, values, actor, may, field) => {
    const said = solutionIsProvided(theCaseWith({ state: 'open' }), theCaseWith(values), actor);
    expect(said).toMatchObject(may ? { ok: true } : { ok: false, rule: 'CASE-2', field });
  });

  it.each([
    ['the customer accepts', cora, 'closed', true],
    ['the customer rejects', cora, 'open', true],
    ['the clock closes', system, 'closed', true],
    ['an agent closes', ava, 'closed', false],
    ['an agent reopens', ava, 'open', false],
  ])('CASE-3 · of a resolved case: %s', (_what, actor, state, may) => {
    const answered = onlyTheCustomerAnswers(theCaseWith({ state: 'resolved' }), theCaseWith({ state }), actor);
    expect(answered).toMatchObject(may ? { ok: true } : { ok: false, rule: 'CASE-3' });
  });

  it.each<[string, string | undefined, string | undefined, string | null]>([
    ['of the customer, with a work note that says how', 'Cora Customer', 'She phoned.', null],
    ['of the customer, without a work note', 'Cora Customer', ' ', 'CASE-10'],
    ['of nobody', undefined, 'She phoned.', 'CASE-3'],
  ])('CASE-10 · an agent records an answer %s', (_whose, answersFor, workNote, rule) => {
    const before = theCaseWith({ state: 'resolved' });
    const update = { actor: ava, journal: workNote ? { workNote } : {}, ...(answersFor ? { answersFor } : {}) };
    for (const state of ['closed', 'open'])
      expect(validateCase(before, { ...before, state }, update)).toMatchObject(
        rule ? { ok: false, rule } : { ok: true },
      );
  });

  it('CASE-9 · a resolved major case is not the customer’s to answer', () => {
    const major = theCaseWith({ state: 'resolved', majorCaseState: 'accepted', contactId: null });
    expect(onlyTheCustomerAnswers(major, { ...major, state: 'closed' }, ava).ok).toBe(true);
  });

  it('CASE-5 · nothing of a closed case may change, not even back', () => {
    const closed = theCaseWith({ state: 'closed' });
    expect(validateCase(closed, { ...closed, priority: 1 }, { actor: ava, journal: {} })).toMatchObject({
      ok: false,
      rule: 'CASE-5',
    });
    expect(validateCase(closed, { ...closed, state: 'open' }, { actor: cora, journal: {} })).toMatchObject({
      ok: false,
      rule: 'CASE-5',
    });
  });

  it('REC-5 · a new case is validated by the rules for new cases only: its customer', () => {
    expect(validateCase(null, theCaseWith(), { actor: ava, journal: {} }).ok).toBe(true);
    expect(validateCase(null, theCaseWith({ contactId: null }), { actor: ava, journal: {} }).ok).toBe(false);
  });
});
