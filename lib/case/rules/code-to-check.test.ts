import { expect, it } from 'vitest';
import { theCaseWith } from '#lib/testing/records.ts';
import { codeToCheck } from './code-to-check.ts';

it.each([
  ['open', null, 'resolved', 'duplicate', 'duplicate', 'what is chosen'],
  ['open', 'duplicate', 'resolved', 'duplicate', 'duplicate', 'what was kept'],
  ['awaiting_info', 'duplicate', 'closed', 'duplicate', 'duplicate', 'what was kept'],
  ['new', null, 'closed', null, null, 'nothing without a code'],
  ['open', 'duplicate', 'cancelled', 'duplicate', null, 'nothing where it is cancelled'],
  ['open', 'duplicate', 'awaiting_info', 'duplicate', null, 'nothing on the way'],
  ['resolved', 'duplicate', 'closed', 'duplicate', null, 'nothing that stood in Resolved'],
  ['resolved', 'duplicate', 'closed', 'fixed_by_support', 'fixed_by_support', 'another than stood in Resolved'],
])('CASE-6 · from %s (%s) to %s (%s) is checked: %s, %s', (from, stood, to, resolutionCode, checked, _what) => {
  const before = theCaseWith({ state: from, resolutionCode: stood });
  expect(codeToCheck(before, { ...before, state: to, resolutionCode })).toBe(checked);
});
