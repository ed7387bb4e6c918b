import { beforeAll, describe, expect, it } from 'vitest';
import { answerApprovalAction } from '#lib/approval/actions.ts';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { addEntryAction } from '#lib/record-page/actions.ts';
import { recordView } from '#lib/record-page/queries/record-view.ts';
import { wouldUpdate } from '#lib/record-page/would-update.ts';
import { aCaseOf, aChange, anOffer, approvalBoard, aWorkingMember, type Board, itemOf } from '#lib/testing/itsm.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aCase, change, fresh, notesOf, setRuleActive, world } from '#lib/testing/world.ts';
import { cancelRequestAction } from './actions.ts';
import { createRequest } from './commands/create-request.ts';

const countWouldUpdate = async (...asked: Parameters<typeof wouldUpdate>) => (await wouldUpdate(...asked)).count;

const w = await world();
let board: Board;
/** Approves requests and works on approved items. */
let lena: Person;
let laptop: string;
let mouse: string;
beforeAll(async () => {
  board = await approvalBoard();
  lena = await aWorkingMember(board);
  laptop = await anOffer('Laptop', board.id);
  mouse = await anOffer('Mouse');
});

const by = (actor: Actor) => {
  signedIn.actor = actor;
};

/** A request of a new case for the given items, and the case. */
async function ordered(...catalogItemIds: string[]) {
  const theCase = await aCase(w);
  const items = catalogItemIds.map((catalogItemId, at) => ({ catalogItemId, quantity: at + 1 }));
  return { theCase, request: await createRequest(w.mia, { caseNumber: theCase.number, items }) };
}

const approvalOf = async ({ id: taskId }: { id: string }, { id: approverId } = lena) =>
  db().approval.findFirstOrThrow({ where: { taskId, approverId }, orderBy: { round: 'desc' } });

describe('a request made from a case', () => {
  it('REL-19 · has the title of the case, with its items in the description; a standalone one is named by its items', async () => {
    const { theCase, request } = await ordered(laptop, mouse);
    expect(await fresh(request)).toMatchObject({
      shortDescription: theCase.shortDescription,
      description: '1 × Laptop\n2 × Mouse',
    });
    const alone = await createRequest(w.mia, { items: [{ catalogItemId: mouse, quantity: 1 }] });
    expect(await fresh(alone)).toMatchObject({ shortDescription: 'Mouse', description: '' });
  });

  it('SYNC-3 · its cancellation shows the number of updated cases before and after', async () => {
    const { theCase, request } = await ordered(mouse);
    expect(await countWouldUpdate(w.ian, { what: 'cancel', number: request.number })).toBe(1);
    by(w.ian);
    const result = await cancelRequestAction({ number: request.number });
    expect(result).toMatchObject({ ok: true, message: `Request ${request.number} cancelled. 1 case updated.` });
    expect((await notesOf(theCase)).at(-1)).toContain('Closed Cancelled');
  });

  it('SYNC-3 · a comment on one of its items shows the number of updated cases, before and after', async () => {
    const { theCase, request } = await ordered(mouse);
    const { number } = await itemOf(request, 'Mouse');
    const { propagation } = (await recordView(w.ian, 'requested_item', number)) ?? {};
    expect(propagation).toMatchObject({ affectedCases: 1, onComment: 'Also posted as a work note on 1 case.' });
    by(w.ian);
    const result = await addEntryAction({ kind: 'requested_item', number, type: 'comment', text: 'It is late.' });
    expect(result).toMatchObject({ ok: true, message: '1 case updated.' });
    expect((await notesOf(theCase)).at(-1)).toContain('It is late.');
  });

  it('SYNC-3 · an answer to the approval of its item shows the number of updated cases, before and after', async () => {
    const { request } = await ordered(laptop);
    const { id: approvalId } = await approvalOf(await itemOf(request, 'Laptop'));
    const promised = async () => [
      await countWouldUpdate(lena, { what: 'answer', approvalId, answer: 'approved' }),
      await countWouldUpdate(lena, { what: 'answer', approvalId, answer: 'rejected' }),
    ];
    expect(await promised()).toEqual([1, 1]);
    await setRuleActive('SYNC-REQ-1', false);
    // A separate rule reports that it has ended.
    expect(await promised()).toEqual([0, 1]);
    await setRuleActive('SYNC-REQ-1', true);
    by(lena);
    const result = await answerApprovalAction({ approvalId, answer: 'approved' });
    expect(result).toMatchObject({ ok: true, message: expect.stringMatching(/ approved\. 1 case updated\.$/) });
  });
});

it('SYNC-3, CHG-1 · a change updates cases only when it is rejected: an approved one keeps its state', async () => {
  const record = await aChange(w);
  await aCaseOf(w, 'change', record);
  await change(w.ian, record, { state: 'assess', approvalGroupId: board.id });
  const { id: approvalId } = await approvalOf(record);
  const would = (answer: 'approved' | 'rejected') => countWouldUpdate(lena, { what: 'answer', approvalId, answer });
  expect([await would('approved'), await would('rejected')]).toEqual([0, 1]);
  by(lena);
  const result = await answerApprovalAction({ approvalId, answer: 'rejected', reason: 'Too early.' });
  expect(result).toMatchObject({ ok: true, message: `${record.number} rejected. 1 case updated.` });
});

it('SYNC-3 · users who may only approve see no number of updated cases, before or after', async () => {
  const record = await aChange(w);
  await aCaseOf(w, 'change', record);
  await change(w.ian, record, { state: 'assess', approvalGroupId: board.id });
  const { request } = await ordered(laptop);
  const item = await itemOf(request, 'Laptop');
  by(board.arno);
  for (const { id, number } of [record, item]) {
    const { id: approvalId } = await approvalOf({ id }, board.arno);
    expect(await countWouldUpdate(board.arno, { what: 'answer', approvalId, answer: 'rejected' })).toBe(0);
    const result = await answerApprovalAction({ approvalId, answer: 'rejected', reason: 'Too early.' });
    expect(result).toMatchObject({ ok: true, message: `${number} rejected.` });
  }
});
