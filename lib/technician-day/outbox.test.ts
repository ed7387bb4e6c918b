import { describe, expect, it } from 'vitest';
import type { DayTask } from './day.ts';
import { discardedSteps, nextStep, retryStep, type Step, stepAfterResponse, withSteps } from './outbox.ts';

const move = (action: 'accept' | 'start' | 'complete') => ({ kind: 'move', action, version: 3 }) as const;
const note = { kind: 'note', text: 'Old unit gives 31 V.' } as const;

function step(order: number, number: string, what: Step['what'], more: Partial<Step> = {}): Step {
  const at = `2026-11-25T14:0${order}:00Z`;
  return { stepId: `step ${order}`, userId: 'tom', number, at, order, what, status: 'kept', ...more };
}

const clash = { version: 7, theirs: 'Assigned', by: 'Dora', at: '2026-11-25T14:00:00Z', canApply: true };
const idsOf = (steps: readonly Step[]) => steps.map(({ stepId }) => stepId);

describe('the steps on a phone', () => {
  it('WO-18 · are sent in order, in whatever order the phone stored them', () => {
    expect(nextStep([step(2, 'A', note), step(1, 'A', move('start'))])?.order).toBe(1);
    expect(nextStep([step(1, 'A', note, { status: 'sent' })])).toBeNull();
  });

  it('WO-18 · a refused step blocks only later steps of the same task', () => {
    const held = step(1, 'A', move('start'), { status: 'held' });
    expect(nextStep([held, step(2, 'A', note), step(3, 'B', note)])?.order).toBe(3);
    expect(nextStep([held, step(2, 'A', note)])).toBeNull();
  });

  it.each([null, 401, 429, 500, 503])('WO-18 · after %s a step stays on the phone', (status) => {
    expect(stepAfterResponse(step(1, 'A', note), { status: status ?? 0, said: {} })).toBeNull();
  });

  it('WO-18 · a step is sent, or is kept with the server’s answer', () => {
    expect(stepAfterResponse(step(1, 'A', note), { status: 200, said: { version: 4 } })).toMatchObject({
      status: 'sent',
      version: 4,
    });
    const said = { rule: 'WO-9', message: 'Enter a reason.' };
    expect(stepAfterResponse(step(1, 'A', note), { status: 422, said })).toMatchObject({
      status: 'held',
      problem: 'Enter a reason.',
    });
  });

  it('WO-18 · a clash keeps both sides; the technician’s step is applied to the version that they saw', () => {
    const said = { rule: 'WO-18', message: 'Dora moved A.', details: clash };
    const held = stepAfterResponse(step(1, 'A', move('start')), { status: 422, said });
    expect(held).toMatchObject({ status: 'held', clash, what: { version: 3 } });
    const applied = retryStep(held as Step);
    expect(applied).toEqual(step(1, 'A', { ...move('start'), version: 7 }));
  });

  it('WO-18 · keeping the server’s side discards the dependent moves, and no note', () => {
    const first = step(1, 'A', move('start'), { status: 'held', clash });
    const all = [first, step(2, 'A', note), step(3, 'A', move('complete')), step(4, 'B', move('start'))];
    expect(idsOf(discardedSteps(all, first))).toEqual(['step 1', 'step 3']);
  });

  it('WO-18 · a task is shown as the technician has left it, until the page knows', () => {
    const task = { number: 'A', version: 3, state: 'accepted', actualStart: null } as DayTask;
    const started = withSteps(task, [step(1, 'A', move('start'))]);
    expect(started).toMatchObject({ state: 'work_in_progress', actualStart: '2026-11-25T14:01:00Z' });
    const later = { ...task, version: 5 };
    expect(withSteps(later, [step(1, 'A', move('start'), { status: 'sent', version: 4 })])).toBe(later);
    expect(withSteps(task, [step(1, 'A', move('start'), { status: 'held' }), step(2, 'A', move('complete'))])).toBe(
      task,
    );
  });
});
