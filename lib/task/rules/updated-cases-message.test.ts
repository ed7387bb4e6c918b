import { expect, test } from 'vitest';
import { commentAffectsMessage, doingAffectsMessage, updatedCasesMessage } from './updated-cases-message.ts';

test.each([
  [0, ''],
  [1, '1 case updated.'],
  [10_000, '10,000 cases updated.'],
])('SYNC-3 · %d cases updated: "%s"', (count, said) => {
  expect(updatedCasesMessage(count)).toBe(said);
});

test('SYNC-3 · before saving it says how many', () => {
  expect(doingAffectsMessage('Saving', 1)).toBe('Saving updates 1 case.');
  expect(doingAffectsMessage('Saving', 2)).toBe('Saving updates 2 cases.');
  expect(doingAffectsMessage('Cancelling', 2)).toBe('Cancelling updates 2 cases.');
  expect(doingAffectsMessage('Your answer', 0)).toBe('');
  expect(commentAffectsMessage(2)).toBe('Also posted as a work note on 2 cases.');
});
