import { beforeAll, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { anOffer } from '#lib/testing/itsm.ts';
import { signedInAs } from '#lib/testing/signed-in.ts';
import { world } from '#lib/testing/world.ts';
import { answerOwnApprovalAction, orderAction } from './actions.ts';

const w = await world();
let licence: string;
beforeAll(async () => {
  licence = await anOffer('Licence');
  await db().catalogItem.update({ where: { id: licence }, data: { approvedByCustomer: true } });
});

const ordered = (callId: string) =>
  signedInAs(w.cora, () => orderAction({ items: [{ catalogItemId: licence, quantity: 1 }] }, callId));
const orders = () => db().request.count({ where: { requestedForId: w.cora.id } });

it('POR-21, POR-6 · an order that is sent again under its key is one order, at once or later', async () => {
  const before = await orders();
  const [first, second] = await Promise.all([ordered('one-order'), ordered('one-order')]);
  expect(first).toMatchObject({ ok: true, data: { number: expect.stringMatching(/^CS/) } });
  expect([second, await ordered('one-order'), await orders()]).toEqual([first, first, before + 1]);
  expect(await ordered('another-order')).not.toEqual(first);
  expect(await orders()).toBe(before + 2);
});

it('POR-21, POR-7 · an answer to an approval that is sent again under its key is answered alike, and is one answer', async () => {
  await ordered('to-approve');
  const { id: approvalId } = await db().approval.findFirstOrThrow({
    where: { approverId: w.bea.id, answer: 'requested' },
    orderBy: { id: 'desc' },
  });
  const answer = (callId: string) =>
    signedInAs(w.bea, () => answerOwnApprovalAction({ approvalId, answer: 'approved' }, callId));
  expect([await answer('one-answer'), await answer('one-answer')]).toEqual([{ ok: true }, { ok: true }]);
  expect(await answer('another-answer')).toMatchObject({ ok: false });
});
