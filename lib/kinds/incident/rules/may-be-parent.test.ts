import { expect, it } from 'vitest';
import { mayBeParent } from './may-be-parent.ts';

it.each([
  ['new', true],
  ['in_progress', true],
  ['on_hold', true],
  ['resolved', true],
  ['closed', false],
  ['canceled', false],
])('INC-7 · an incident that is %s may become a parent: %s', (state, ok) => {
  expect(mayBeParent({ number: 'INC0010001', state }).ok).toBe(ok);
});

it('INC-7 · the refusal names the incident and its state', () => {
  expect(mayBeParent({ number: 'INC0010001', state: 'closed' })).toMatchObject({
    rule: 'INC-7',
    field: 'parentId',
    because: 'INC0010001 is Closed: choose a parent incident that has not ended.',
  });
});
