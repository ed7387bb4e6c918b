import { expect, test } from 'vitest';
import { isComposing } from './is-composing.ts';

test.each([
  ['while one composes', { isComposing: true, keyCode: 13 }, true],
  ['the Enter by which Safari ends a composition', { isComposing: false, keyCode: 229 }, true],
  ['an Enter of its own', { isComposing: false, keyCode: 13 }, false],
])('a key is the input method’s · %s', (_what, event, expected) => {
  expect(isComposing(event)).toBe(expected);
});
