import { expect, test } from 'vitest';
import { typedSlash, withTemplate } from './typed-slash.ts';

const typed = (text: string) => typedSlash(text, text.length)?.words ?? null;

test.each([
  ['/', ''],
  ['/gr', 'gr'],
  ['/ask for d', 'ask for d'],
  ['Hello,\n/gr', 'gr'],
])('reply templates · %j types a name', (text, words) => {
  expect(typed(text)).toBe(words);
});

test.each(['', 'and/or', 'See /etc', ' /gr', '/ gr', '/etc/hosts', '//', '/gr\n', '/gr\nHello'])(
  'reply templates · %j types none',
  (text) => {
    expect(typed(text)).toBeNull();
  },
);

test('reply templates · the template replaces the typed part anywhere in the text', () => {
  const text = 'Hello,\n/gr\nBye';
  const slash = typedSlash(text, 10);
  expect(slash).toEqual({ at: 7, words: 'gr' });
  expect(slash && withTemplate(text, slash, 'Good day')).toEqual({ text: 'Hello,\nGood day\nBye', caret: 15 });
  expect(withTemplate('/', { at: 0, words: '' }, 'Hi')).toEqual({ text: 'Hi', caret: 2 });
});
