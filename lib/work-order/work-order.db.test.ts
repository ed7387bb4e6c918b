import { beforeAll, describe, expect, it } from 'vitest';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { loadRecord } from '#lib/record/kind-table.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { aCase, change, fresh, holderOf, notesOf, world } from '#lib/testing/world.ts';
import { moveTask } from '#lib/work-order-task/commands/move-task.ts';
import { MoveWorkOrderTask } from '#lib/work-order-task/schema.ts';
import { addTaskToOrder } from './commands/add-task.ts';

const w = await world();
let dora: Person;
let tom: Person;
let tina: Person;

beforeAll(async () => {
  dora = await holderOf('Dora Dispatcher', ['wm_dispatcher']);
  tom = await holderOf('Tom Tech', ['wm_agent']);
  tina = await holderOf('Tina Tech', ['wm_agent']);
});

const fromCase = (by: Actor, caseNumber: string, values = {}) =>
  createFromCase(by, { caseNumber, variant: 'work_order', values });

async function tasksOf({ id }: { id: string }): Promise<WorkOrderTask[]> {
  const found = await db().workOrderTask.findMany({ where: { workOrderId: id }, select: { id: true } });
  const tasks = await Promise.all(found.map((task) => loadRecord(db(), 'work_order_task', task.id)));
  return tasks.toSorted((one, other) => one.number.localeCompare(other.number));
}

async function taskOf(order: { id: string }): Promise<WorkOrderTask> {
  const [task] = await tasksOf(order);
  if (!task) throw new Error('It has no task.');
  return task;
}

type Move = { action: string; reason?: string; assignedToId?: string; followOn?: string; actualEnd?: string };

/** Takes an action on the task's current version. */
async function act(by: Actor, { number }: { number: string }, move: Move) {
  const { version } = await db().task.findUniqueOrThrow({ where: { number } });
  return moveTask(by, MoveWorkOrderTask.parse({ number, version, ...move }));
}

const stateOf = async (record: { id: string }) => (await fresh(record as TaskRecord)).state;
const anOrder = () => createTask(dora, { kind: 'work_order', values: { shortDescription: 'Change the router' } });

async function qualify(order: TaskRecord) {
  await change(dora, order, { state: 'awaiting_qualification' });
  await change(dora, order, { state: 'qualified' });
}

/** A work order whose task waits for dispatch. */
async function aReadyOrder() {
  const order = await anOrder();
  await qualify(order);
  return order;
}

describe('a work order of a case', () => {
  it('WO-1 · gets customer, item and site of the case, and one task in Draft that shows them', async () => {
    await db().account.update({ where: { id: w.boxeo }, data: { address: 'Ring 1, Berlin' } });
    await db().user.update({ where: { id: w.cora.id }, data: { timeZone: 'Europe/Berlin' } });
    const theCase = await aCase(w, { configurationItemId: w.sdwan });
    const made = await fromCase(w.adam, theCase.number);
    const order = await loadRecord(db(), 'work_order', made.id);
    const { shortDescription, accountId, contactId, configurationItemId } = theCase;
    const customer = { accountId, contactId, configurationItemId };
    expect(order).toMatchObject({ shortDescription, ...customer, companyId: accountId, callerId: contactId });
    expect(order).toMatchObject({ caseId: theCase.id, address: 'Ring 1, Berlin', timeZone: 'Europe/Berlin' });
    expect(await tasksOf(order)).toMatchObject([{ state: 'draft', shortDescription, ...customer, caseId: theCase.id }]);
  });

  it('SYNC-WO-1, WO-2 · the case is updated once, and nothing is copied later', async () => {
    const theCase = await aCase(w);
    const order = await fromCase(w.adam, theCase.number);
    const notes = [`Work order ${order.number} created from this case.`];
    expect(await notesOf(theCase)).toEqual(notes);
    expect(await notesOf(order)).toEqual([`Created from case ${theCase.number}.`]);
    await change(w.adam, order, { state: 'awaiting_qualification', description: 'Bring a ladder.' });
    await change(w.adam, theCase, { contactId: w.carl.id, shortDescription: 'Another thing' });
    expect(await notesOf(theCase)).toEqual(notes);
    expect(await loadRecord(db(), 'work_order', order.id)).toMatchObject({
      contactId: w.cora.id,
      shortDescription: theCase.shortDescription,
    });
  });

  it('SYNC-WO-1 · switched off, the case is not updated', async () => {
    await db().businessRule.update({ where: { id: 'SYNC-WO-1' }, data: { active: false } });
    const theCase = await aCase(w);
    await fromCase(w.adam, theCase.number);
    expect(await notesOf(theCase)).toEqual([]);
    await db().businessRule.update({ where: { id: 'SYNC-WO-1' }, data: { active: true } });
  });

  it('WO-3 · another account sets the company, another contact the caller, and its tasks show them', async () => {
    const order = await fromCase(w.adam, (await aCase(w)).number);
    await change(w.adam, order, { accountId: w.funco, contactId: null });
    expect(await loadRecord(db(), 'work_order', order.id)).toMatchObject({ companyId: w.funco, callerId: null });
    expect(await taskOf(order)).toMatchObject({ accountId: w.funco, contactId: null });
    await change(w.adam, order, { consumerId: w.jane.id });
    expect(await loadRecord(db(), 'work_order', order.id)).toMatchObject({ callerId: w.jane.id });
  });
});

describe('the way to dispatch', () => {
  it('WO-4 · qualified, it releases its drafts; another way is refused', async () => {
    const order = await anOrder();
    await expect(change(dora, order, { state: 'qualified' })).rejects.toMatchObject({ rule: 'WO-4' });
    await change(dora, order, { state: 'awaiting_qualification' });
    expect(await stateOf(await taskOf(order))).toBe('draft');
    await change(dora, order, { state: 'qualified' });
    expect(await stateOf(await taskOf(order))).toBe('pending_dispatch');
  });

  it('WO-4 · without qualification it is ready at once', async () => {
    await db().property.update({ where: { name: 'wm.qualification_required' }, data: { value: 'false' } });
    const order = await anOrder();
    await change(dora, order, { state: 'ready_for_dispatch' });
    expect(await stateOf(await taskOf(order))).toBe('pending_dispatch');
    await db().property.update({ where: { name: 'wm.qualification_required' }, data: { value: 'true' } });
  });

  it('WO-4 · a draft gets a technician, by action or by field, and goes there once its work order is qualified', async () => {
    const order = await anOrder();
    await addTaskToOrder(dora, { number: order.number, shortDescription: 'More', description: '' });
    const [byAction, byField] = (await tasksOf(order)) as [WorkOrderTask, WorkOrderTask];
    const states = async () => [await stateOf(byAction), await stateOf(byField), await stateOf(order)];
    await act(dora, byAction, { action: 'assign', assignedToId: tom.id });
    await change(dora, byField as TaskRecord, { assignedToId: tina.id });
    expect(await states()).toEqual(['draft', 'draft', 'draft']);
    await expect(act(tom, byAction, { action: 'accept' })).rejects.toMatchObject({ rule: 'WO-5' });
    await change(dora, await fresh(order), { state: 'awaiting_qualification' });
    expect(await states()).toEqual(['draft', 'draft', 'awaiting_qualification']);
    await change(dora, await fresh(order), { state: 'qualified' });
    expect(await states()).toEqual(['assigned', 'assigned', 'assigned']);
    expect((await tasksOf(order)).map(({ assignedToId }) => assignedToId)).toEqual([tom.id, tina.id]);
  });

  it('WO-4 · canceling it cancels its open tasks', async () => {
    const order = await aReadyOrder();
    await act(dora, await taskOf(order), { action: 'assign', assignedToId: tom.id });
    await change(dora, order, { state: 'canceled' });
    expect(await stateOf(await taskOf(order))).toBe('cancelled');
    expect(await stateOf(order)).toBe('canceled');
  });
});

describe('tasks', () => {
  it('WO-5, WO-9 · the order follows its task from hand to hand to the end', async () => {
    const order = await aReadyOrder();
    const task = await taskOf(order);
    const steps: [Actor, Move, string][] = [
      [dora, { action: 'assign', assignedToId: tom.id }, 'assigned'],
      [tom, { action: 'accept' }, 'accepted'],
      [tom, { action: 'start' }, 'work_in_progress'],
      [tom, { action: 'complete' }, 'closed_complete'],
    ];
    for (const [by, move, state] of steps) {
      await act(by, task, move);
      expect([await stateOf(task), await stateOf(order)]).toEqual([state, state]);
    }
    const done = await taskOf(order);
    expect([done.actualMinutes, done.actualEnd]).toEqual([0, expect.any(Date)]);
    await expect(
      addTaskToOrder(dora, { number: order.number, shortDescription: 'More', description: '' }),
    ).rejects.toMatchObject({ rule: 'WO-5' });
  });

  it('WO-5 · assigning is a move, also by the field; the state cannot be set by hand', async () => {
    const order = await aReadyOrder();
    const task = await taskOf(order);
    await change(dora, task as TaskRecord, { assignedToId: tom.id });
    expect([await stateOf(task), await stateOf(order)]).toEqual(['assigned', 'assigned']);
    await change(dora, await fresh(task as TaskRecord), { assignedToId: null });
    expect([await stateOf(task), await stateOf(order)]).toEqual(['pending_dispatch', 'qualified']);
    await expect(change(dora, await fresh(task as TaskRecord), { state: 'accepted' })).rejects.toMatchObject({
      rule: 'REC-5',
    });
    const notTechnician = change(dora, await fresh(task as TaskRecord), { assignedToId: w.ian.id });
    await expect(notTechnician).rejects.toMatchObject({ rule: 'REC-5', field: 'assignedToId' });
  });

  it('WO-9 · an incomplete task has a reason, and its follow-on keeps the order open until it is done', async () => {
    const order = await aReadyOrder();
    const task = await taskOf(order);
    await act(dora, task, { action: 'assign', assignedToId: tom.id });
    await act(tom, task, { action: 'accept' });
    await act(tom, task, { action: 'start' });
    await expect(act(tom, task, { action: 'leaveIncomplete' })).rejects.toMatchObject({
      rule: 'WO-9',
      field: 'reason',
    });
    const inFuture = new Date(Date.now() + 3_600_000).toISOString();
    const early = act(tom, task, { action: 'leaveIncomplete', reason: 'x', actualEnd: inFuture });
    await expect(early).rejects.toMatchObject({ rule: 'WO-9', field: 'actualEnd' });
    await act(tom, task, { action: 'leaveIncomplete', reason: 'The part is broken.', followOn: 'Bring another part' });
    expect(await notesOf(task as TaskRecord)).toEqual(['The part is broken.']);
    const [, next] = await tasksOf(order);
    expect(next).toMatchObject({
      state: 'pending_dispatch',
      shortDescription: 'Bring another part',
      followsOnFromId: task.id,
    });
    expect(await stateOf(order)).toBe('qualified');
    if (!next) throw new Error('Nothing follows on.');
    await act(dora, next, { action: 'assign', assignedToId: tina.id });
    await act(tina, next, { action: 'accept' });
    await act(tina, next, { action: 'start' });
    await act(tina, next, { action: 'complete' });
    expect(await stateOf(order)).toBe('closed_complete');
  });

  it('WO-9, ACC-15 · only its technician accepts and starts it; another one, and an agent, move nothing', async () => {
    const theCase = await aCase(w);
    const order = await fromCase(w.adam, theCase.number);
    await qualify(order);
    const task = await taskOf(order);
    await change(dora, task as TaskRecord, { assignedToId: tom.id });
    for (const other of [tina, w.pat])
      await expect(act(other, task, { action: 'accept' })).rejects.toMatchObject({ rule: 'ACC-6' });
    await expect(act(dora, task, { action: 'accept' })).rejects.toMatchObject({ rule: 'ACC-6' });
    await expect(act(tom, task, { action: 'cancel', reason: 'No.' })).rejects.toMatchObject({ rule: 'ACC-6' });
    await act(tom, task, { action: 'accept' });
    expect(await stateOf(task)).toBe('accepted');
  });

  it('REC-3, WO-17 · of two users who move a task at once, the second reads who has it', async () => {
    const order = await aReadyOrder();
    const { number, version } = await taskOf(order);
    const assign = (id: string) =>
      moveTask(dora, MoveWorkOrderTask.parse({ number, version, action: 'assign', assignedToId: id }));
    await assign(tom.id);
    await expect(assign(tina.id)).rejects.toMatchObject({ rule: 'REC-3' });
  });
});

describe('who works them', () => {
  it('ACC-15, WO-8 · an agent those of cases of the own customers, and no others', async () => {
    const agent = await holderOf('Ada Accounts', ['sn_customerservice_agent']);
    const consumerAgent = await holderOf('Con Sumer', ['sn_customerservice.consumer_agent', 'wm_read']);
    const theCase = await aCase(w);
    const order = await fromCase(agent, theCase.number);
    const edit = (by: Actor, number: string, version: number) =>
      updateTask(by, { kind: 'work_order', number, version, values: { address: 'Ring 2' } });
    await edit(agent, order.number, (await fresh(order)).version);
    await expect(edit(consumerAgent, order.number, (await fresh(order)).version)).rejects.toMatchObject({
      rule: 'ACC-6',
    });
    const alone = await anOrder();
    await expect(edit(agent, alone.number, alone.version)).rejects.toMatchObject({ rule: 'REL-16' });
    const reads = await holderOf('Rea Der', ['sn_customerservice_agent', 'wm_read']);
    await expect(edit(reads, alone.number, alone.version)).rejects.toMatchObject({ rule: 'ACC-6' });
  });

  it('ACC-15 · a technician writes into the own tasks, not into others', async () => {
    const order = await aReadyOrder();
    const task = await taskOf(order);
    await change(dora, task as TaskRecord, { assignedToId: tom.id });
    const values = { description: 'Ring twice.' };
    const edit = async (by: Actor) =>
      updateTask(by, {
        kind: 'work_order_task',
        number: task.number,
        version: (await fresh(task as TaskRecord)).version,
        values,
      });
    await edit(tom);
    await expect(edit(tina)).rejects.toMatchObject({ rule: 'ACC-6' });
  });
});
