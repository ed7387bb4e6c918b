import { beforeAll, describe, expect, it } from 'vitest';
import { readTimeline } from '#lib/journal/queries/timeline.ts';
import { db } from '#lib/platform/db.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { remove } from '#lib/related/commands/remove.ts';
import { anOffer, answer, approvalBoard, type Board, itemOf } from '#lib/testing/itsm.ts';
import { aCase, change, fresh, holderOf, notesOf, world } from '#lib/testing/world.ts';
import { createRequest } from './commands/create-request.ts';

const w = await world();
let board: Board;
let offers: Readonly<Record<'Laptop' | 'Screen' | 'Mouse', string>>;

beforeAll(async () => {
  board = await approvalBoard();
  offers = {
    Laptop: await anOffer('Laptop', board.id),
    Screen: await anOffer('Screen', board.id),
    Mouse: await anOffer('Mouse'),
  };
});

type Name = 'Laptop' | 'Screen' | 'Mouse';
async function ordered(...names: Name[]) {
  const theCase = await aCase(w);
  const items = names.map((name) => ({ catalogItemId: offers[name], quantity: 2 }));
  const request = await createRequest(w.mia, { caseNumber: theCase.number, items });
  return { theCase, request, item: (name: Name) => itemOf(request, name) };
}
const stateOf = async (record: { id: string }) =>
  (await db().task.findUniqueOrThrow({ where: { id: record.id } })).state;

describe('a request from a case', () => {
  it('REQ-1, REQ-3, REL-8 · has the customer and account of the case, price, due date, and starts items without approval', async () => {
    const { theCase, request, item } = await ordered('Laptop', 'Mouse');
    const made = await fresh(request);
    expect(made).toMatchObject({
      caseId: theCase.id,
      requestedForId: w.cora.id,
      accountId: w.boxeo,
      state: 'requested',
    });
    expect(await item('Laptop')).toMatchObject({ state: 'pending', stage: 'waiting_for_approval', priceCents: 25_100 });
    const mouse = await item('Mouse');
    expect(mouse).toMatchObject({ state: 'open', stage: 'fulfillment', quantity: 2 });
    expect(mouse.dueAt?.getTime()).toBe(mouse.openedAt.getTime() + 3 * 86_400_000);
    expect(await notesOf(theCase)).toEqual([`Request ${request.number} created from this case.`]);
    expect(await notesOf(request)).toEqual([`Created from case ${theCase.number}.`]);
  });

  it('SYNC-2, SYNC-REQ-1, SYNC-REQ-2, SYNC-REQ-3 · an item that is closed with a comment: the case gets one note', async () => {
    const { theCase, request, item } = await ordered('Mouse');
    const mouse = await item('Mouse');
    await change(w.ian, mouse, { state: 'closed_complete' }, { comment: 'It lies on the desk.' });
    expect((await notesOf(theCase)).at(-1)?.split('\n')).toEqual([
      `${request.number} state changed from Approved to Closed Complete.`,
      `${mouse.number} Mouse: Closed Complete.`,
      `Comment on ${mouse.number} by Ian Itil: It lies on the desk.`,
    ]);
    const page = await readTimeline(w.mia, { kind: 'case', taskId: theCase.id, filter: 'work_note', before: null });
    expect(page.entries[0]).toMatchObject({ origin: { source: { number: request.number }, associated: true } });
  });

  it('REQ-1 · none needs approval: it is approved at once', async () => {
    expect(await stateOf((await ordered('Mouse')).request)).toBe('approved');
  });

  it('REQ-1, REQ-2 · all approved and complete', async () => {
    const { request, item } = await ordered('Laptop', 'Screen');
    await answer(board.arno, await item('Laptop'));
    expect(await stateOf(request)).toBe('requested');
    await answer(board.anna, await item('Screen'));
    expect(await stateOf(request)).toBe('approved');
    await change(w.ian, await item('Laptop'), { state: 'closed_complete' });
    expect(await stateOf(request)).toBe('approved');
    await change(w.ian, await item('Screen'), { state: 'closed_complete' });
    expect(await stateOf(request)).toBe('closed_complete');
  });

  it('REQ-2 · all rejected: Closed Rejected, each item skipped', async () => {
    const { theCase, request, item } = await ordered('Laptop', 'Screen');
    await answer(board.arno, await item('Laptop'), 'Too dear.');
    await answer(board.arno, await item('Screen'), 'Too big.');
    expect(await stateOf(request)).toBe('closed_rejected');
    expect([(await item('Laptop')).state, (await item('Screen')).state]).toEqual(['closed_skipped', 'closed_skipped']);
    expect((await notesOf(theCase)).at(-1)).toContain('state changed from Requested to Closed Rejected.');
    expect((await fresh(theCase)).state).toBe('new');
  });

  it('REQ-2 · one rejected, one complete: Closed Incomplete', async () => {
    const { request, item } = await ordered('Laptop', 'Mouse');
    await answer(board.arno, await item('Laptop'), 'Too dear.');
    expect(await stateOf(request)).toBe('approved');
    await change(w.ian, await item('Mouse'), { state: 'closed_complete' });
    expect(await stateOf(request)).toBe('closed_incomplete');
  });

  it('REQ-2 · cancelled before fulfilment starts: items are skipped, pending approvals withdrawn', async () => {
    const { request, item } = await ordered('Laptop', 'Mouse');
    await change(w.ian, request, { state: 'closed_cancelled' });
    expect(await stateOf(request)).toBe('closed_cancelled');
    const laptop = await item('Laptop');
    expect([laptop.state, (await item('Mouse')).state]).toEqual(['closed_skipped', 'closed_skipped']);
    await expect(answer(board.arno, laptop)).rejects.toMatchObject({ rule: 'CHG-1' });
  });

  it('REQ-2 · after fulfilment has started, cancelling is refused without side effects', async () => {
    const { request, item } = await ordered('Laptop', 'Mouse');
    await change(w.ian, await item('Mouse'), { state: 'work_in_progress' });
    await expect(change(w.ian, request, { state: 'closed_cancelled' })).rejects.toMatchObject({ rule: 'REQ-2' });
    expect([await stateOf(request), (await item('Laptop')).state]).toEqual(['requested', 'pending']);
  });

  it('REQ-2 · two items that end at once close the request once', async () => {
    const { theCase, request, item } = await ordered('Laptop', 'Mouse');
    await answer(board.arno, await item('Laptop'));
    const [laptop, mouse] = [await item('Laptop'), await item('Mouse')];
    await Promise.all([laptop, mouse].map((each) => change(w.ian, each, { state: 'closed_complete' })));
    expect(await stateOf(request)).toBe('closed_complete');
    const closed = (await notesOf(theCase)).filter((note) => note.includes('to Closed Complete.'));
    expect(closed).toHaveLength(1);
  });

  it('REL-8, REL-16 · a case has several; users who write requests remove one, which then updates the case no longer', async () => {
    const { theCase, request } = await ordered('Mouse');
    const other = await createRequest(w.mia, {
      caseNumber: theCase.number,
      items: [{ catalogItemId: offers.Mouse, quantity: 1 }],
    });
    expect(await db().request.count({ where: { caseId: theCase.id } })).toBe(2);
    const relate = { caseNumber: theCase.number, link: 'request', number: request.number } as const;
    const reader = await holderOf('Request reader', ['sn_customerservice_agent', 'sn_request_read']);
    await expect(remove(reader, relate)).rejects.toMatchObject({ rule: 'ACC-6' });
    await remove(w.mia, relate);
    expect((await notesOf(theCase)).at(-1)).toBe(`Request ${request.number} removed.`);
    const before = await notesOf(theCase);
    await change(w.ian, await itemOf(request, 'Mouse'), { state: 'closed_complete' });
    expect(await notesOf(theCase)).toEqual(before);
    await change(w.ian, await itemOf(other, 'Mouse'), { state: 'closed_complete' });
    expect(await notesOf(theCase)).toHaveLength(before.length + 1);
    await expect(associate(w.mia, relate)).rejects.toMatchObject({ rule: 'REL-10' });
  });
});
