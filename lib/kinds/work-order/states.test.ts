import { describe, expect, it } from 'vitest';
import { stateOfTasks, type TaskOfOrder } from '#lib/reactions/work-order/rules/state-of-tasks.ts';
import { type WorkOrderState, workOrderMoves, workOrderStates } from './states.ts';

const all = Object.keys(workOrderStates) as WorkOrderState[];

describe('where people may move a work order', () => {
  it.each<[boolean, string[]]>([
    [true, ['draft to awaiting_qualification', 'awaiting_qualification to qualified']],
    [
      false,
      [
        'draft to ready_for_dispatch',
        'awaiting_qualification to ready_for_dispatch',
        'qualified to ready_for_dispatch',
      ],
    ],
  ])('with qualification %s', (needsQualification, expected) => {
    const moves = all.flatMap((state) =>
      workOrderMoves(state, needsQualification)
        .filter((to) => to !== 'canceled')
        .map((to) => `${state} to ${to}`),
    );
    expect(moves).toEqual(expected);
  });

  it('to Canceled from each that is open, and from no other', () => {
    const cancellable = all.filter((state) => workOrderMoves(state, true).includes('canceled'));
    expect(cancellable).toEqual(all.filter((state) => workOrderStates[state].phase === 'open'));
  });
});

type Tasks = Record<string, TaskOfOrder['state'] | [TaskOfOrder['state'], after: string]>;
const tasks = (states: Tasks): TaskOfOrder[] =>
  Object.entries(states).map(([id, each]) => {
    const [state, followsOnFromId] = typeof each === 'string' ? [each, null] : each;
    return { id, state, followsOnFromId };
  });

describe('a work order follows its tasks', () => {
  it.each<[string, WorkOrderState, Tasks, WorkOrderState]>([
    ['it has none', 'qualified', {}, 'qualified'],
    ['none is dispatched', 'awaiting_qualification', { a: 'draft', b: 'scheduled' }, 'awaiting_qualification'],
    ['one is assigned', 'qualified', { a: 'assigned', b: 'pending_dispatch' }, 'assigned'],
    ['the furthest counts', 'assigned', { a: 'accepted', b: 'assigned' }, 'accepted'],
    ['work has begun', 'accepted', { a: 'work_in_progress', b: 'accepted' }, 'work_in_progress'],
    ['its technician declined', 'assigned', { a: 'pending_dispatch' }, 'qualified'],
    ['one is done and another waits', 'work_in_progress', { a: 'closed_complete', b: 'scheduled' }, 'work_in_progress'],
    ['all are done', 'work_in_progress', { a: 'closed_complete', b: 'closed_complete' }, 'closed_complete'],
    ['done or cancelled', 'work_in_progress', { a: 'closed_complete', b: 'cancelled' }, 'closed_complete'],
    ['all are cancelled', 'assigned', { a: 'cancelled', b: 'cancelled' }, 'canceled'],
    ['one was left', 'work_in_progress', { a: 'closed_incomplete', b: 'closed_complete' }, 'closed_incomplete'],
    ['one was left and one cancelled', 'accepted', { a: 'closed_incomplete', b: 'cancelled' }, 'closed_incomplete'],
    ['one was left, others go on', 'accepted', { a: 'closed_incomplete', b: 'accepted' }, 'accepted'],
    [
      'what was left was done later',
      'work_in_progress',
      { a: 'closed_incomplete', b: ['closed_complete', 'a'] },
      'closed_complete',
    ],
    [
      'and at the third time',
      'work_in_progress',
      { a: 'closed_incomplete', b: ['closed_incomplete', 'a'], c: ['closed_complete', 'b'] },
      'closed_complete',
    ],
    [
      'what followed on was cancelled',
      'work_in_progress',
      { a: 'closed_incomplete', b: ['cancelled', 'a'] },
      'closed_incomplete',
    ],
  ])('%s', (_what, state, states, expected) => {
    expect(stateOfTasks(state, tasks(states), true)).toBe(expected);
  });

  it('and returns to Ready for Dispatch without a qualification step', () => {
    expect(stateOfTasks('accepted', tasks({ a: 'pending_dispatch' }), false)).toBe('ready_for_dispatch');
  });
});
