import { expect, test } from 'vitest';
import { similarWords } from './similar-words.ts';

test.each([
  ['Router reboots', '(reboots & router)'],
  ['The ROUTER, router!', 'router'],
  ['No go at all', null],
  ['', null],
  ["O'Neil | & ! (zürich): 4022", '(zurich & neil) | (zurich & 4022) | (neil & 4022)'],
  ['東京タワー', '(東 <-> 京 <-> タ <-> ワ <-> ー)'],
])('REL-18 · two words of %j are looked for', (text, query) => {
  expect(similarWords(text)).toBe(query);
});

test('REL-18 · of a long text the six longest words make fifteen pairs', () => {
  const query = similarWords('payments invoices terminals fail with code after router updates of branches');
  expect(query?.split(' | ')).toHaveLength(15);
  expect(query).not.toMatch(/fail|with|code|after/);
});
