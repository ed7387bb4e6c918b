import { beforeAll, describe, expect, it } from 'vitest';
import { answerApproval } from '#lib/approval/commands/answer-approval.ts';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { findApprovers } from '#lib/request/rules/find-approvers.ts';
import { aCaseOf, aChange, anOffer, approvalBoard, type Board, itemOf } from '#lib/testing/itsm.ts';
import { aCase, fresh, world } from '#lib/testing/world.ts';
import { countPortalApprovals, portalApprovals } from './queries/portal-approvals.ts';

const w = await world();
let board: Board;
beforeAll(async () => {
  board = await approvalBoard();
  for (const [name, group] of [
    ['Licence', null],
    ['Phone', board.id],
  ] as const)
    await db().catalogItem.update({ where: { id: await anOffer(name, group) }, data: { approvedByCustomer: true } });
});

/** An order of one item from a case, and the approvers who are asked. */
async function order(name: string, theCase: { number: string }, by: Actor = w.mia) {
  const items = [{ catalogItemId: await anOffer(name), quantity: 1 }];
  const request = await createRequest(by, { caseNumber: theCase.number, items });
  const item = await itemOf(request, name);
  const asked = await db().approval.findMany({
    where: { taskId: item.id, answer: 'requested' },
    select: { id: true, approverId: true },
  });
  return { request, item, asked, approvers: asked.map(({ approverId }) => approverId).sort() };
}

const answerOf = (asked: { id: string; approverId: string }[], by: { id: string }) =>
  asked.find(({ approverId }) => approverId === by.id)?.id ?? '';

describe('an item that the customer approves', () => {
  it('REQ-1 · asks the case managers and administrators of the account only, and the first answer decides', async () => {
    const { request, item, asked, approvers } = await order('Licence', await aCase(w));
    expect(approvers).toContain(w.bea.id);
    expect(approvers).not.toContain(w.cora.id);
    expect(approvers).not.toContain(board.arno.id);
    expect(await fresh(request)).toMatchObject({ state: 'requested' });
    await answerApproval(w.bea, { approvalId: answerOf(asked, w.bea), answer: 'approved' });
    expect(await fresh(item)).toMatchObject({ state: 'open', approval: 'approved' });
    expect(await fresh(request)).toMatchObject({ state: 'approved' });
  });

  it('POR-7, MAIL-10 · emails the approver, although customers get no other email about a request', async () => {
    const { item } = await order('Licence', await aCase(w));
    const mails = await db().mail.findMany({ where: { taskId: item.id, recipientId: w.bea.id } });
    expect(mails.map(({ event, status, reason }) => [event, status, reason])).toEqual([
      ['approval asked', 'queued', ''],
    ]);
  });

  it('POR-7 · is listed for the requested approvers only, until it is answered', async () => {
    const { asked } = await order('Licence', await aCase(w));
    const id = answerOf(asked, w.bea);
    const listed = (await portalApprovals(w.bea)).find((approval) => approval.id === id);
    expect(listed).toMatchObject({ about: 'order', title: 'Licence', quantity: 1, requestedBy: 'Cora Customer' });
    expect(await countPortalApprovals(w.bea)).toBe((await portalApprovals(w.bea)).length);
    for (const other of [w.cora, w.fiona, w.jane]) expect(await portalApprovals(other)).toEqual([]);
    await answerApproval(w.bea, { approvalId: id, answer: 'approved' });
    expect((await portalApprovals(w.bea)).map((approval) => approval.id)).not.toContain(id);
  });

  it('POR-7 · a rejection needs its reason, and answers of others are not taken', async () => {
    const { item, asked } = await order('Licence', await aCase(w));
    const approvalId = answerOf(asked, w.bea);
    const reject = (by: Actor, reason: string) => answerApproval(by, { approvalId, answer: 'rejected', reason });
    await expect(reject(w.bea, ' ')).rejects.toMatchObject({ rule: 'CHG-1', field: 'reason' });
    await expect(reject(w.fiona, 'Not mine.')).rejects.toMatchObject({ rule: 'REL-16' });
    await expect(reject(w.cora, 'Not asked.')).rejects.toBeDefined();
    await reject(w.bea, 'Too expensive.');
    expect(await fresh(item)).toMatchObject({ state: 'closed_skipped' });
  });

  it('POR-7, POR-13 · is hidden from an approver who has moved to another account', async () => {
    const { asked } = await order('Licence', await aCase(w));
    const { accountId } = await db().contact.findUniqueOrThrow({ where: { id: w.bea.id } });
    const other = await db().contact.findUniqueOrThrow({ where: { id: w.fiona.id } });
    await db().contact.update({ where: { id: w.bea.id }, data: { accountId: other.accountId } });
    const attempt = answerApproval(w.bea, { approvalId: answerOf(asked, w.bea), answer: 'approved' });
    await expect(attempt).rejects.toMatchObject({ rule: 'REL-16' });
    await db().contact.update({ where: { id: w.bea.id }, data: { accountId } });
  });

  it('POR-7 · a contact named in a change answers while a case of the account links to it', async () => {
    const change = await aChange(w);
    const named = async (by: { id: string }) =>
      (
        await db().approval.create({
          data: { taskId: change.id, approverId: by.id, stage: 'authorize', round: 1, requestedAt: new Date() },
        })
      ).id;
    const [ofBea, ofFiona] = [await named(w.bea), await named(w.fiona)];
    const listed = async (by: Person) => (await portalApprovals(by)).map(({ id }) => id);
    expect(await listed(w.bea)).not.toContain(ofBea);
    await aCaseOf(w, 'causedByChange', change);
    expect((await portalApprovals(w.bea)).find(({ id }) => id === ofBea)).toMatchObject({ about: 'change' });
    const attempt = answerApproval(w.fiona, { approvalId: ofFiona, answer: 'approved' });
    await expect(attempt).rejects.toMatchObject({ rule: 'REL-16' });
    expect(await listed(w.fiona)).toEqual([]);
    await answerApproval(w.bea, { approvalId: ofBea, answer: 'approved' });
    expect((await db().approval.findUniqueOrThrow({ where: { id: ofBea } })).answer).toBe('approved');
  });

  it('REQ-1 · if nobody in the account can answer, its group is asked; without a group the order is refused', async () => {
    const ofFiona = await aCase(w, { contactId: w.fiona.id });
    expect((await order('Phone', ofFiona)).approvers).toEqual([board.arno.id, board.anna.id].sort());
    await expect(order('Licence', ofFiona)).rejects.toMatchObject({ rule: 'REQ-1' });
  });

  it.each([
    [{ approvedByCustomer: true, approvalGroupId: 'g' }, { accountId: 'a' }, 'customer'],
    [{ approvedByCustomer: true, approvalGroupId: 'g' }, { accountId: null }, 'group'],
    [{ approvedByCustomer: true, approvalGroupId: null }, { accountId: null }, null],
    [{ approvedByCustomer: false, approvalGroupId: 'g' }, { accountId: 'a' }, 'group'],
    [{ approvedByCustomer: false, approvalGroupId: null }, { accountId: 'a' }, null],
  ])('REQ-1 · %j of %j is approved by %s', (offer, request, approver) => {
    expect(findApprovers(offer, request)).toBe(approver);
  });
});
