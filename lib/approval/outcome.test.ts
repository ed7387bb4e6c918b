import { describe, expect, it } from 'vitest';
import { internalUser } from '#lib/testing/records.ts';
import { type Answer, outcomeOf, outcomeWithContacts } from './outcome.ts';
import { mayAnswer } from './rules/may-answer.ts';

describe('the outcome of a round', () => {
  it.each<[Answer[], ReturnType<typeof outcomeOf>, ReturnType<typeof outcomeOf>]>([
    [['requested'], 'requested', 'requested'],
    [['requested', 'requested'], 'requested', 'requested'],
    [['approved', 'requested'], 'approved', 'requested'],
    [['approved', 'approved'], 'approved', 'approved'],
    [['rejected', 'requested'], 'rejected', 'rejected'],
    [['rejected', 'approved'], 'rejected', 'rejected'],
    [['approved', 'not_needed'], 'approved', 'approved'],
    [['requested', 'not_needed'], 'requested', 'requested'],
    [['not_needed', 'not_needed'], 'nobody', 'nobody'],
  ])('CHG-1 · %j: first answer wins %s, all have to approve %s', (answers, first, all) => {
    expect(outcomeOf(answers, 'first')).toBe(first);
    expect(outcomeOf(answers, 'all')).toBe(all);
  });
});

describe('the outcome when contacts are asked too', () => {
  it.each<[Answer[], Answer[], ReturnType<typeof outcomeOf>, ReturnType<typeof outcomeOf>]>([
    [['requested'], ['approved'], 'requested', 'requested'],
    [['requested'], ['rejected'], 'rejected', 'rejected'],
    [['approved'], ['requested'], 'approved', 'requested'],
    [['approved'], ['approved'], 'approved', 'approved'],
    [['approved'], ['rejected'], 'rejected', 'rejected'],
    [['rejected'], ['approved'], 'rejected', 'rejected'],
    [['not_needed'], ['approved'], 'nobody', 'nobody'],
    [[], ['approved', 'requested'], 'approved', 'requested'],
  ])(
    'POR-7 · approvers %j, contacts %j: first answer wins %s, all have to approve %s',
    (approvers, contacts, first, all) => {
      expect(outcomeWithContacts(approvers, contacts, 'first')).toBe(first);
      expect(outcomeWithContacts(approvers, contacts, 'all')).toBe(all);
    },
  );
});

describe('who may answer', () => {
  const approver = internalUser('approver_user');
  const asked = { approverId: approver.id, answer: 'requested' };

  it('CHG-1, ACC-6 · a requested approver answers once, a rejection needs a reason', () => {
    expect(mayAnswer(approver, asked, 'approved', '').ok).toBe(true);
    expect(mayAnswer(approver, asked, 'rejected', 'Too early.').ok).toBe(true);
    expect(mayAnswer(approver, asked, 'rejected', ' ')).toMatchObject({ rule: 'CHG-1', field: 'reason' });
    expect(mayAnswer(approver, { ...asked, approverId: 'another' }, 'approved', '')).toMatchObject({ rule: 'ACC-6' });
    expect(mayAnswer(internalUser('itil'), asked, 'approved', '')).toMatchObject({ rule: 'ACC-6' });
  });

  it.each(['approved', 'rejected', 'not_needed'])('CHG-1 · a record that is %s takes no answer', (answer) => {
    expect(mayAnswer(approver, { ...asked, answer }, 'approved', '')).toMatchObject({ ok: false, rule: 'CHG-1' });
  });
});
