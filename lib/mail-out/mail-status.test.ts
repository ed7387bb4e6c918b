import { expect, test } from 'vitest';
import { incomingOutcomes, mailOutcomeText, mailStatuses, statusLabel } from './mail-status.ts';

test.each([
  ['queued', '', 'waiting'],
  ['suppressed', 'caller is an external user', 'suppressed: caller is an external user'],
  ['suppressed', 'suppressed: caller is an external user', 'suppressed: caller is an external user'],
  ['failed', 'mailbox full', 'failed: mailbox full'],
  ['ignored', 'undeliverable', 'changed nothing: undeliverable'],
] as const)('REL-9, ADM-9 · a mail that is %s (%s) reads "%s"', (status, reason, said) => {
  expect(mailOutcomeText(status, reason)).toBe(said);
});

test('ADM-9 · an email status has the same name in a list and in a sentence', () => {
  for (const status of [...mailStatuses, ...incomingOutcomes])
    expect(statusLabel(status).toLowerCase()).toBe(mailOutcomeText(status, ''));
});
