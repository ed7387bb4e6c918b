import { expect, it } from 'vitest';
import { toMakeMessage } from './messages.ts';

const list = { number: 'CS0001001', of: 'accounts' } as const;

it.each([
  [{ waiting: 3, have: 0, haveNames: [], inactive: 0 }, '3 accounts get a child case each of CS0001001.'],
  [
    { waiting: 3, have: 2, haveNames: ['Boxeo', 'Funco'], inactive: 0 },
    '1 account gets one child case of CS0001001. Boxeo, Funco have one already.',
  ],
  [
    { waiting: 6, have: 4, haveNames: ['A', 'B', 'C'], inactive: 1 },
    '1 account gets one child case of CS0001001. A, B, C and 1 more have one already. 1 account is no longer active and gets none.',
  ],
])('MAJ-5 · %j: %s', (counts, message) => {
  expect(toMakeMessage(counts, list)).toBe(message);
});
