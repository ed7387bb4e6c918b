import { expect, it } from 'vitest';
import { addedMessage } from './added-message.ts';

it.each([
  [0, 3, 'No selected cases were added as child cases.'],
  [2, 3, '(2) of (3) selected cases were added as child cases.'],
  [3, 3, 'All (3) selected cases were added as child cases.'],
])('MAJ-4 · of %i of %i: %s', (...[added, selected, sentence]) => {
  expect(addedMessage(added, selected)).toBe(sentence);
});
