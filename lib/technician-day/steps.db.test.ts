import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v4 as uuid } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { POST as attach } from '#app/api/attachments/route.ts';
import { POST as send } from '#app/api/my-day/steps/route.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { fresh, holderOf, notesOf, world } from '#lib/testing/world.ts';
import { moveTask } from '#lib/work-order-task/commands/move-task.ts';
import { MoveWorkOrderTask } from '#lib/work-order-task/schema.ts';
import { aTaskOf } from './testing/a-task-of.ts';

type Holder = Awaited<ReturnType<typeof holderOf>>;

const w = await world();
let dora: Holder;
let tom: Holder;
let tina: Holder;
beforeAll(async () => {
  process.env.CASEBRIDGE_DATA = mkdtempSync(path.join(tmpdir(), 'steps-'));
  dora = await holderOf('Dora Dispatcher', ['wm_dispatcher']);
  tom = await holderOf('Tom Tech', ['wm_agent']);
  tina = await holderOf('Tina Tech', ['wm_agent']);
});

const json = { 'content-type': 'application/json' };
const at = '2026-01-05T09:00:00Z';

async function sends(by: Holder, step: object): Promise<{ status: number; said: Record<string, unknown> }> {
  signedIn.actor = by;
  const body = JSON.stringify({ stepId: uuid(), at, ...step });
  const answer = await send(
    new Request('http://localhost:3000/api/my-day/steps', { method: 'POST', body, headers: json }),
  );
  return { status: answer.status, said: (await answer.json()) as Record<string, unknown> };
}

const move = (by: Holder, { number, version }: TaskRecord, action: string, more = {}) =>
  sends(by, { kind: 'move', number, version, action, ...more });

async function dispatch(task: TaskRecord, action: string, more = {}) {
  const { number, version } = await fresh(task);
  await moveTask(dora, MoveWorkOrderTask.parse({ number, version, action, ...more }));
}

async function photo(by: Holder, { number }: TaskRecord, stepId: string): Promise<number> {
  signedIn.actor = by;
  const query = new URLSearchParams({ kind: 'work_order_task', number, name: 'rack.jpg', stepId, at });
  const address = `http://localhost:3000/api/attachments?${query}`;
  return (
    await attach(new Request(address, { method: 'POST', body: 'picture', headers: { 'content-type': 'image/jpeg' } }))
  ).status;
}

const stateOf = async (task: TaskRecord) => (await fresh(task)).state;

describe('steps of a technician', () => {
  it('WO-18 · a step that is sent again is answered like the first time, and done once', async () => {
    const task = await aTaskOf(dora, tom, 'Once');
    const stepId = uuid();
    const first = await move(tom, task, 'accept', { stepId });
    expect(first).toEqual({ status: 200, said: { version: task.version + 1 } });
    expect(await move(tom, task, 'accept', { stepId })).toEqual(first);
    const note = { kind: 'note', number: task.number, text: 'Door code 4711', stepId: uuid() };
    const answers = await Promise.all([1, 2, 3].map(() => sends(tom, note)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await notesOf(task)).toEqual(['Door code 4711']);
    const file = uuid();
    expect([await photo(tom, task, file), await photo(tom, task, file)]).toEqual([200, 200]);
    expect(await db().attachment.count({ where: { taskId: task.id } })).toBe(1);
    expect(await db().technicianStep.count({ where: { taskId: task.id } })).toBe(3);
  });

  it('WO-18 · offline steps are applied in order, with their times, all based on the version that was seen', async () => {
    const task = await aTaskOf(dora, tom, 'An afternoon');
    const steps: object[] = [
      { kind: 'move', action: 'accept', at: '2026-01-05T08:00:00Z' },
      { kind: 'move', action: 'start', at: '2026-01-05T09:00:00Z' },
      { kind: 'note', text: 'Old unit gives 31 V.', at: '2026-01-05T09:10:00Z' },
      { kind: 'move', action: 'complete', at: '2026-01-05T10:30:00Z' },
    ];
    for (const step of steps)
      expect((await sends(tom, { number: task.number, version: task.version, ...step })).status).toBe(200);
    expect(await fresh(task)).toMatchObject({
      state: 'closed_complete',
      actualStart: new Date('2026-01-05T09:00:00Z'),
      actualEnd: new Date('2026-01-05T10:30:00Z'),
      actualMinutes: 90,
    });
    const written = await db().technicianStep.findMany({ where: { taskId: task.id }, orderBy: { sentAt: 'asc' } });
    expect(written.map(({ kind }) => kind)).toEqual(['accept', 'start', 'note', 'complete']);
  });

  it('WO-18 · a move by a dispatcher since then stays; the technician sees both and can apply the own step', async () => {
    const task = await aTaskOf(dora, tom, 'A clash');
    await dispatch(task, 'unassign');
    await dispatch(task, 'assign', { assignedToId: tom.id });
    const step = { stepId: uuid() };
    const { status, said } = await move(tom, task, 'accept', step);
    const details = { theirs: 'Assigned, assigned to Tom Tech', by: 'Dora Dispatcher', canApply: true };
    expect([status, said]).toMatchObject([422, { rule: 'WO-18', details }]);
    expect(await stateOf(task)).toBe('assigned');
    const { version } = said.details as { version: number };
    expect((await move(tom, { ...task, version }, 'accept', step)).status).toBe(200);
    expect(await stateOf(task)).toBe('accepted');
  });

  it('WO-18 · a task that was reassigned cannot be moved, and the refusal names the new technician', async () => {
    const task = await aTaskOf(dora, tom, 'Given away');
    await dispatch(task, 'assign', { assignedToId: tina.id });
    const details = { theirs: 'Assigned, assigned to Tina Tech', canApply: false };
    expect(await move(tom, task, 'accept')).toMatchObject({ status: 422, said: { details } });
    expect(await stateOf(task)).toBe('assigned');
  });

  it('ACC-15, WO-18 · another’s task is refused, a step of another is not there, and both leave nothing behind', async () => {
    const task = await aTaskOf(dora, tom, 'Not hers');
    expect((await move(tina, task, 'accept')).status).toBe(403);
    expect((await sends(tina, { kind: 'note', number: task.number, text: 'Hello' })).status).toBe(403);
    expect(await photo(tina, task, uuid())).toBe(403);
    const stepId = uuid();
    expect((await move(tom, task, 'accept', { stepId })).status).toBe(200);
    expect((await move(tina, task, 'accept', { stepId })).status).toBe(404);
    expect((await sends(dora, { kind: 'note', number: task.number, text: 'Hello' })).status).toBe(403);
    expect((await sends(w.ava, { kind: 'note', number: 'WOT9999999', text: 'Hello' })).status).toBe(403);
    expect(await db().technicianStep.count({ where: { taskId: task.id } })).toBe(1);
  });

  it('WO-18 · a step that a rule refuses can be sent again once it is corrected', async () => {
    const task = await aTaskOf(dora, tom, 'Corrected');
    const stepId = uuid();
    expect(await move(tom, task, 'decline', { stepId })).toMatchObject({ status: 422, said: { rule: 'WO-9' } });
    expect((await move(tom, task, 'decline', { stepId, reason: 'I am ill.' })).status).toBe(200);
    expect(await stateOf(task)).toBe('pending_dispatch');
  });
});
