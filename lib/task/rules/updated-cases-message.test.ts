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
  expect(doingAffectsMessage('Saving', { count: 1, resolved: 0 })).toBe('Saving updates 1 case.');
  expect(doingAffectsMessage('Saving', { count: 4, resolved: 3 })).toBe(
    'Saving updates 4 cases. 3 of them are resolved with it, and mailed.',
  );
  expect(doingAffectsMessage('Cancelling', { count: 2, resolved: 0 })).toBe('Cancelling updates 2 cases.');
  expect(doingAffectsMessage('Your answer', { count: 0, resolved: 0 })).toBe('');
  expect(commentAffectsMessage(2)).toBe('Also posted as a work note on 2 cases.');
});
