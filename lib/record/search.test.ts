import { expect, test } from 'vitest';
import { wordsThatCount } from './search.ts';

const words = (count: number, between = ' ') => Array.from({ length: count }, (_, n) => `w${n}`).join(between);

test.each([
  ['', ''],
  ['router down', 'router down'],
  ['!!!', '!!!'],
  [words(12), words(12)],
  [words(66), words(12)],
  [words(66, ','), words(12)],
  [`${words(11)} cora.customer@example.test w99`, words(11)],
])('ACC-12 · of %j so many words are looked for: %j', (typed, counted) => {
  expect(wordsThatCount(typed)).toBe(counted);
});
