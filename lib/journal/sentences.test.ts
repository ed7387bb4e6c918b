import { expect, test } from 'vitest';
import { changeLine, mailFate } from './sentences.ts';

test('REC-2 · a change is told with the name of its field', () => {
  const change = { field: 'holdReason', from: '', to: 'Awaiting Vendor', version: 2 };
  expect(changeLine('incident', change)).toEqual({ label: 'On hold reason', from: '', to: 'Awaiting Vendor' });
});

test('REC-2 · a long text is cut', () => {
  const line = changeLine('case', { field: 'description', from: '', to: 'x'.repeat(5_000), version: 2 });
  expect(line.to.length).toBeLessThan(300);
});

test.each([
  ['queued', '', 'waiting to be sent'],
  ['suppressed', 'caller is an external user', 'suppressed: caller is an external user'],
  ['suppressed', 'suppressed: caller is an external user', 'suppressed: caller is an external user'],
  ['failed', 'mailbox full', 'not delivered: mailbox full'],
] as const)('REL-9 · a mail that is %s (%s) reads "%s"', (status, reason, said) => {
  expect(mailFate({ status, reason })).toBe(said);
});
