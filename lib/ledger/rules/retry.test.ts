import { expect, it } from 'vitest';
import { mayRetryMails, retriedMessage, withRetry } from './retry.ts';

const at = new Date('2026-11-25T12:00:00Z');
const daysAgo = (days: number) => new Date(at.getTime() - days * 24 * 3_600_000);
const asked = { failed: 2, unreachable: 0, updatedAt: daysAgo(30), retriedRecently: false };

it.each([
  ['what failed, in time', {}, null],
  ['though some addresses cannot be reached', { unreachable: 1 }, null],
  ['not what has not failed', { failed: 0 }, 'No email of this update has failed'],
  ['not what is old', { updatedAt: daysAgo(30.1) }, 'Emails older than 30 days are not sent again.'],
  ['not twice in a short time', { retriedRecently: true }, 'less than 15 minutes ago'],
  ['not where no address can be reached', { unreachable: 2 }, 'the addresses cannot be reached'],
])('SYNC-6 · emails are sent again: %s', (_what, more, because) => {
  const verdict = mayRetryMails({ ...asked, ...more }, at);
  if (because === null) expect(verdict.ok).toBe(true);
  else expect(verdict).toMatchObject({ ok: false, rule: 'SYNC-6', because: expect.stringContaining(because) });
});

it('SYNC-6 · Retry is offered for failed emails of a recent update, to users with permission', () => {
  const update = { id: '1', number: 'INC1', by: 'Ian', isUndo: false, undoes: null, undone: null, rules: [] };
  const mails = { sent: 1, waiting: 0, failed: 1, suppressed: 0 };
  const updates = [
    { ...update, at: daysAgo(1).toISOString(), mails },
    { ...update, at: daysAgo(31).toISOString(), mails },
    { ...update, at: daysAgo(1).toISOString(), mails: { ...mails, failed: 0 } },
    { ...update, at: daysAgo(1).toISOString(), mails: null },
  ];
  expect(withRetry(updates, true, at).map(({ mayRetry }) => mayRetry)).toEqual([true, false, false, false]);
  expect(withRetry(updates, false, at).some(({ mayRetry }) => mayRetry)).toBe(false);
});

it.each([
  [{ waiting: 1, unreachable: 0 }, '1 email is sent again.'],
  [{ waiting: 1200, unreachable: 1 }, '1,200 emails are sent again. 1 is not: its address cannot be reached.'],
  [{ waiting: 2, unreachable: 3 }, '2 emails are sent again. 3 are not: their addresses cannot be reached.'],
])('SYNC-6 · the result %j is described', (retried, message) => {
  expect(retriedMessage(retried)).toBe(message);
});
