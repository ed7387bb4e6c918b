import { expect, it } from 'vitest';
import { undoOf } from './undo-of.ts';

it.each([
  [{ values: { priority: '1' } }, 'priority'],
  [{ values: { assignedToId: 'a', assignmentGroupId: 'g' } }, 'assignment'],
  [{ values: { assignedToId: null } }, 'assignment'],
  [{ values: { priority: '1', assignedToId: 'a' } }, null],
  [{ values: { priority: '1', shortDescription: 'Down' } }, null],
  [{ values: { priority: '1' }, comment: 'We are on it.' }, null],
  [{ values: {} }, null],
] as const)('SYNC-MAJ-1 · the undo of a save of %j is %s', (saved, what) => {
  expect(undoOf(saved)).toBe(what);
});
