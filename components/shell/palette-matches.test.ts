import { expect, it } from 'vitest';
import { answers, beginsSo, parted } from './palette-matches.ts';

it.each([
  ['cas', 'Go to Cases', true],
  ['Go to c', 'Go to Cases', true],
  ['new inc', 'New incident', true],
  ['inc', 'New incident', false],
  ['', 'Go to Cases', false],
])('palette · "%s" is how %s begins: %s', (typed, label, expected) => {
  expect(beginsSo(typed, label)).toBe(expected);
});

it('palette · a command answers to the beginnings of its words and keywords', () => {
  expect(answers('inc new', 'New incident')).toBe(true);
  expect(answers('sys_prop', 'Properties', ['sys_properties'])).toBe(true);
  expect(answers('dent', 'New incident')).toBe(false);
});

it('palette · what is meant comes apart from the others, in the same order', () => {
  expect(parted([1, 2, 3, 4], (each) => each % 2 === 0)).toEqual([
    [2, 4],
    [1, 3],
  ]);
});
