import { expect, test } from 'vitest';
import { typedMention, withMention } from './typed-mention.ts';

const typed = (text: string, ...chosen: string[]) => typedMention(text, text.length, chosen)?.words ?? null;

test.each([
  ['@', ''],
  ['@Ia', 'Ia'],
  ['Ask @Ian It', 'Ian It'],
  ['(@Jean-Luc', 'Jean-Luc'],
  ['Line\n@Zoë', 'Zoë'],
])('mentions · %j types a name', (text, words) => {
  expect(typed(text)).toBe(words);
});

test.each(['', 'Ask Ian', 'ian@casebridge.test', 'Ask @Ian, who', 'Ask @Ian who has it now', '@@', '@Ian\n'])(
  'mentions · %j types none',
  (text) => {
    expect(typed(text)).toBeNull();
  },
);

test('mentions · who was chosen is not searched for again, another is', () => {
  expect(typed('@Ian Itil has', 'Ian Itil')).toBeNull();
  expect(typed('@Ian Itil @Ava', 'Ian Itil')).toBe('Ava');
});

test('mentions · the name replaces the typed part anywhere in the text', () => {
  const text = 'Ask @ia about it';
  const mention = typedMention(text, 7, []);
  expect(mention).toEqual({ at: 4, words: 'ia' });
  expect(mention && withMention(text, mention, 'Ian Itil')).toEqual({ text: 'Ask @Ian Itil about it', caret: 14 });
  expect(withMention('@', { at: 0, words: '' }, 'Ian Itil')).toEqual({ text: '@Ian Itil ', caret: 10 });
});
