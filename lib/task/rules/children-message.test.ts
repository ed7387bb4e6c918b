import { expect, test } from 'vitest';
import { childrenReadMessage, childrenReleasedMessage, childrenUpdatedMessage } from './children-message.ts';

test.each([
  [{ count: 0, resolved: 0, notified: 0 }, ''],
  [{ count: 1, resolved: 0, notified: 0 }, 'This updates 1 child case.'],
  [{ count: 4000, resolved: 0, notified: 0 }, 'This updates 4,000 child cases.'],
  [
    { count: 3, resolved: 1, notified: 0 },
    'This updates 3 child cases. One becomes Resolved; no customer is notified.',
  ],
  [
    { count: 4000, resolved: 3999, notified: 1200 },
    'This updates 4,000 child cases. 3,999 become Resolved; 1,200 customers are notified.',
  ],
])('SYNC-MAJ-1 · %j: %s', (affected, message) => {
  expect(childrenUpdatedMessage(affected)).toBe(message);
});

test('SYNC-MAJ-1 · a comment says that customers see it', () => {
  expect(childrenReadMessage(1)).toBe('This updates 1 child case. Its customer sees it.');
  expect(childrenReadMessage(2)).toBe('This updates 2 child cases. Their customers see it.');
});

test.each([
  [0, ''],
  [1, 'Its child case is released: it goes on as a case of its own.'],
  [12, 'Its 12 child cases are released: they go on as cases of their own.'],
])('MAJ-10 · %i children: %s', (count, message) => {
  expect(childrenReleasedMessage(count)).toBe(message);
});
