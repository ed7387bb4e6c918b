import { expect, it } from 'vitest';
import { undoMessages } from './undo-messages.ts';

it('SYNC-7, INC-7 · a user who undoes a cascade reads that child incidents stay resolved', () => {
  const cascade = { cases: 2, changed: 0, waiting: 0, gone: 0 };
  expect(undoMessages('INC0010001', { ...cascade, children: 0 })).toEqual([
    '2 cases go back to the state before.',
    'INC0010001 itself is not changed, and existing entries stay in the journals.',
  ]);
  expect(undoMessages('INC0010001', { ...cascade, children: 1 })).toContain(
    '1 child incident that was resolved with it stays resolved.',
  );
  expect(undoMessages('INC0010001', { ...cascade, children: 3 })).toContain(
    '3 child incidents that were resolved with it stay resolved.',
  );
});
