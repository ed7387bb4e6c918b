import { describe, expect, it } from 'vitest';
import { theCaseWith } from '#lib/testing/records.ts';
import type { Case } from '../definition.ts';
import { mayCloseUnanswered, mayRemind, waitingForAnswer } from './unanswered.ts';

const proposed = theCaseWith({ state: 'resolved', resolvedAt: new Date('2030-03-01T08:00:00Z') });

describe('CASE-3 · who must answer a proposed solution', () => {
  it('is the customer, until the case closes automatically at the announced time', () => {
    const waiting = waitingForAnswer(proposed, 'Bea Boxeo', 10);
    expect(waiting).toEqual({ customer: 'Bea Boxeo', closesAt: '2030-03-11T08:00:00.000Z' });
    const at = new Date(waiting?.closesAt ?? 0);
    expect(mayCloseUnanswered(proposed, { at, days: 10 }).ok).toBe(true);
    expect(mayCloseUnanswered(proposed, { at: new Date(at.getTime() - 1), days: 10 }).ok).toBe(false);
  });

  it('waits without end where the clock is off', () => {
    expect(waitingForAnswer(proposed, 'Bea Boxeo', 0)).toEqual({ customer: 'Bea Boxeo', closesAt: null });
  });

  it.each<[string, Partial<Case>, string | undefined]>([
    ['of a case in another state', { state: 'open' }, 'Bea Boxeo'],
    ['of a major case, which its manager closes (CASE-9)', { majorCaseState: 'accepted' }, 'Bea Boxeo'],
    ['of a case without customer', {}, undefined],
  ])('is nobody %s', (_what, values, customer) => {
    expect(waitingForAnswer({ ...proposed, ...values }, customer, 10)).toBeNull();
  });
});

describe('CASE-3 · the reminder of a proposed solution', () => {
  const clock = { at: new Date('2030-03-06T08:00:00Z'), days: 5 };
  const resolvedAt = proposed.resolvedAt as Date;

  it.each<[string, Partial<Case>, boolean]>([
    ['is due when it has waited long enough', {}, true],
    ['is due of a consumer', { contactId: null, consumerId: 'jane' }, true],
    ['is not due of nobody', { contactId: null, consumerId: null }, false],
    ['is not due a second time', { remindedAt: new Date(resolvedAt.getTime() + 1) }, false],
    ['is not due at the very moment of the first', { remindedAt: resolvedAt }, false],
    ['is due again of what was proposed again', { remindedAt: new Date(resolvedAt.getTime() - 1) }, true],
    ['is not due a moment earlier', { resolvedAt: new Date(resolvedAt.getTime() + 1) }, false],
    ['is not due in another state', { state: 'open' }, false],
  ])('%s', (_what, values, due) => {
    expect(mayRemind({ ...proposed, ...values }, clock).ok).toBe(due);
  });

  it('is off with 0 days', () => {
    expect(mayRemind(proposed, { ...clock, days: 0 }).ok).toBe(false);
  });
});
