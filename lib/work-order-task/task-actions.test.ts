import { describe, expect, it } from 'vitest';
import { type WorkOrderTaskState, workOrderTaskStates } from '#lib/kinds/work-order-task/states.ts';
import { mayAct } from './rules/may-act.ts';
import { taskActionsNow } from './task-actions.ts';

const now = new Date('2026-11-25T12:00Z');
const task = (state: WorkOrderTaskState) => ({ number: 'WOT0010021', state });

describe('what can be done with a task', () => {
  it.each<[WorkOrderTaskState, dispatcher: string, assignee: string]>([
    ['draft', 'assign cancel', ''],
    ['pending_dispatch', 'schedule assign cancel', ''],
    ['scheduled', 'assign unassign cancel', ''],
    ['assigned', 'assign unassign cancel', 'accept decline'],
    ['accepted', 'assign unassign leaveIncomplete cancel', 'decline start leaveIncomplete'],
    ['work_in_progress', 'assign unassign complete leaveIncomplete cancel', 'complete leaveIncomplete'],
    ['closed_complete', '', ''],
    ['closed_incomplete', '', ''],
    ['cancelled', '', ''],
  ])('%s: a dispatcher %j, its technician %j, anybody else nothing', (state, dispatcher, assignee) => {
    const now = (dispatches: boolean, isAssignee: boolean) =>
      taskActionsNow(state, { dispatches, isAssignee }).join(' ');
    expect([now(true, false), now(false, true), now(false, false)]).toEqual([dispatcher, assignee, '']);
  });

  it('each leads to the state of a task', () => {
    const states = Object.keys(workOrderTaskStates) as WorkOrderTaskState[];
    for (const state of states)
      for (const name of taskActionsNow(state, { dispatches: true, isAssignee: true }))
        expect(mayAct(task(state), name, { reason: 'Why not.' }, now)).toEqual({ ok: true });
  });

  it('what does not lead on from here is refused in words', () => {
    expect(mayAct(task('draft'), 'start', {}, now)).toMatchObject({
      rule: 'WO-5',
      because: 'WOT0010021 is Draft: "Start work" is not possible now.',
    });
  });

  it.each(['leaveIncomplete', 'decline', 'cancel'] as const)('%s needs a reason', (name) => {
    expect(mayAct(task('accepted'), name, { reason: '  ' }, now)).toMatchObject({ rule: 'WO-9', field: 'reason' });
    expect(mayAct(task('accepted'), name, { reason: 'The part is broken.' }, now).ok).toBe(true);
  });

  it('the actual end is never in the future', () => {
    const ended = (actualEnd: Date) => mayAct(task('work_in_progress'), 'complete', { actualEnd }, now);
    expect(ended(new Date(now.getTime() + 1))).toMatchObject({ rule: 'WO-9', field: 'actualEnd' });
    expect(ended(now).ok).toBe(true);
  });
});
