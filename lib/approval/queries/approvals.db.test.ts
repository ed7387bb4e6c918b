import { beforeAll, describe, expect, it } from 'vitest';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { countOpenWork } from '#lib/home/open-work.ts';
import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { anOffer } from '#lib/testing/itsm.ts';
import { change, holderOf, world } from '#lib/testing/world.ts';
import { answerApproval } from '../commands/answer-approval.ts';
import { approvalsAnswered, approvalsOf, approvalsWaiting } from './approvals.ts';

const w = await world();
let arno: Person;
let anna: Person;
let group: string;

beforeAll(async () => {
  arno = await holderOf('Arno Approver', ['approver_user']);
  anna = await holderOf('Anna Approver', ['approver_user']);
  group = (await db().group.create({ data: { name: 'CAB' } })).id;
  await db().groupMember.createMany({ data: [arno, anna].map(({ id }) => ({ groupId: group, userId: id })) });
});

async function aChangeInAssess() {
  const record = await createTask(w.ian, { kind: 'change', values: { shortDescription: 'Swap the controller' } });
  await change(w.ian, record, { state: 'assess', approvalGroupId: group });
  return record;
}

describe('approvals', () => {
  it('CHG-1 · a pending approval is listed for its approver, and is answered once', async () => {
    const record = await aChangeInAssess();
    const [waiting] = await approvalsWaiting(arno);
    expect(waiting).toMatchObject({
      record: { number: record.number },
      stage: 'Assess',
      mine: true,
    });
    expect((await countOpenWork(arno)).approvals).toBe(1);
    expect(await approvalsWaiting(w.ian)).toEqual([]);
    expect((await countOpenWork(w.ian)).approvals).toBeNull();

    await answerApproval(arno, { approvalId: waiting?.id ?? '', answer: 'rejected', reason: 'Too early.' });

    expect(await approvalsWaiting(arno)).toEqual([]);
    expect(await approvalsWaiting(anna)).toEqual([]);
    expect(await approvalsAnswered(arno)).toMatchObject([{ answer: 'rejected', reason: 'Too early.' }]);
  });

  it('CHG-2 · a change that is canceled while it waits is no longer shown for approval', async () => {
    const record = await aChangeInAssess();
    await change(w.ian, record, { state: 'canceled', cancelReason: 'Not needed.' });
    expect(await db().change.findUnique({ where: { id: record.id } })).toMatchObject({ approval: 'not_requested' });
    const answers = await db().approval.findMany({ where: { taskId: record.id } });
    expect(answers.map(({ answer, stage }) => [answer, stage])).toEqual([
      ['not_needed', 'assess'],
      ['not_needed', 'assess'],
    ]);
    expect((await countOpenWork(arno)).approvals).toBe(0);
  });

  it('CHG-1 · a record shows its current round, but not to users who cannot see it', async () => {
    const record = await aChangeInAssess();
    const [first] = await approvalsWaiting(arno);
    await answerApproval(arno, { approvalId: first?.id ?? '', answer: 'rejected', reason: 'Again.' });
    await change(w.ian, record, { state: 'assess', approvalGroupId: group });

    const round = await approvalsOf(w.ian, record.id);
    expect(round.map(({ approver, answer, mine }) => [approver, answer, mine])).toEqual([
      ['Anna Approver', 'requested', false],
      ['Arno Approver', 'requested', false],
    ]);
    expect((await approvalsOf(anna, record.id)).map(({ mine }) => mine)).toEqual([true, false]);
    expect(await approvalsOf(w.pat, record.id)).toEqual([]);
    expect(await approvalsOf(w.cora, record.id)).toEqual([]);
  });

  it('CHG-1 · an approver sees the basis of the decision: requester, date, risk and plan', async () => {
    const record = await createTask(w.ian, {
      kind: 'change',
      values: {
        shortDescription: 'Swap the other controller',
        risk: 'high',
        plannedStart: '2026-12-01T20:00:00.000Z',
        plannedEnd: '2026-12-01T22:00:00.000Z',
        requestedById: w.mia.id,
        backoutPlan: 'Put the old one back.',
      },
    });
    await change(w.ian, record, { state: 'assess', approvalGroupId: group });
    const waiting = await approvalsWaiting(arno);
    expect(waiting.find((each) => each.record.number === record.number)?.record).toMatchObject({
      requester: 'Mia Manager',
      customer: null,
      priceCents: null,
      plannedStart: '2026-12-01T20:00:00.000Z',
      plannedEnd: '2026-12-01T22:00:00.000Z',
      risk: 'High',
      texts: [{ label: 'Backout plan', text: 'Put the old one back.' }],
    });
  });
});

it('REQ-3 · an approver of an item sees its total price and for whom it is', async () => {
  await createRequest(w.ian, { items: [{ catalogItemId: await anOffer('Laptop', group), quantity: 2 }] });
  const records = (await approvalsWaiting(anna)).map(({ record }) => record);
  expect(records.find(({ title }) => title === 'Laptop')).toMatchObject({
    priceCents: 25_100,
    quantity: 2,
    requester: w.ian.name,
  });
});
