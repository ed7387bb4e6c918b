import { expect, test } from 'vitest';
import { tellsSentence, toldSentence } from './told-sentence.ts';

test.each([
  [0, ''],
  [1, '1 case was told.'],
  [10_000, '10,000 cases were told.'],
])('SYNC-3 · %d cases told: "%s"', (count, said) => {
  expect(toldSentence(count)).toBe(said);
});

test('SYNC-3 · before saving it says how many', () => {
  expect(tellsSentence('Saving', 1)).toBe('Saving tells 1 case.');
  expect(tellsSentence('Saving', 2)).toBe('Saving tells 2 cases.');
});
