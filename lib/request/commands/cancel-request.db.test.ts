import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { recordView } from '#lib/record-page/queries/record-view.ts';
import { anOffer, answer, approvalBoard, type Board, itemOf } from '#lib/testing/itsm.ts';
import { change, fresh, holderOf, world } from '#lib/testing/world.ts';
import { isCancellable } from '../queries/cancellable.ts';
import { cancelRequest } from './cancel-request.ts';
import { createRequest } from './create-request.ts';

const w = await world();
let rolf: Person;
let board: Board;
let laptop: string;
let mouse: string;

beforeAll(async () => {
  rolf = await holderOf('Rolf Request', ['sn_request_write']);
  board = await approvalBoard();
  laptop = await anOffer('Laptop', board.id);
  mouse = await anOffer('Mouse');
});

const ordered = (by: Actor, requestedForId: string) =>
  createRequest(by, {
    items: [laptop, mouse].map((catalogItemId) => ({ catalogItemId, quantity: 1 })),
    requestedForId,
  });

describe('cancelling a request', () => {
  it('REQ-2 · the person it is for can cancel it: its items are skipped, its approvals withdrawn', async () => {
    const request = await ordered(rolf, w.nils.id);
    expect(await isCancellable(w.nils, request.id)).toBe(true);
    await cancelRequest(w.nils, { number: request.number });

    expect(await fresh(request)).toMatchObject({ state: 'closed_cancelled', active: false, closedById: w.nils.id });
    const states = [await itemOf(request, 'Laptop'), await itemOf(request, 'Mouse')].map(({ state }) => state);
    expect(states).toEqual(['closed_skipped', 'closed_skipped']);
    expect(await db().approval.count({ where: { answer: 'requested' } })).toBe(0);
    expect(await isCancellable(w.nils, request.id)).toBe(false);
  });

  it('REQ-2 · so can the person who ordered it and its fulfillers', async () => {
    for (const by of [rolf, w.ian]) {
      const request = await ordered(rolf, w.nils.id);
      expect(await isCancellable(by, request.id)).toBe(true);
      await cancelRequest(by, { number: request.number });
      expect((await fresh(request)).state).toBe('closed_cancelled');
    }
  });

  it('REQ-2 · a rejected item does not count as fulfilment: it stays, and the others are skipped', async () => {
    const request = await ordered(rolf, w.nils.id);
    await answer(board.arno, await itemOf(request, 'Laptop'), 'Too dear.');
    const rejected = await itemOf(request, 'Laptop');
    expect(rejected).toMatchObject({ state: 'closed_skipped', approval: 'rejected' });
    expect(await isCancellable(w.nils, request.id)).toBe(true);
    await cancelRequest(w.nils, { number: request.number });
    expect(await fresh(request)).toMatchObject({ state: 'closed_cancelled' });
    expect(await itemOf(request, 'Laptop')).toEqual(rejected);
    expect(await itemOf(request, 'Mouse')).toMatchObject({ state: 'closed_skipped', approval: 'not_requested' });
  });

  it('REQ-1, REQ-2 · a given approval stays, a requested one is withdrawn', async () => {
    const request = await ordered(rolf, w.nils.id);
    await answer(board.arno, await itemOf(request, 'Laptop'));
    await cancelRequest(w.nils, { number: request.number });
    expect(await itemOf(request, 'Laptop')).toMatchObject({ state: 'closed_skipped', approval: 'approved' });
    const waiting = await ordered(rolf, w.nils.id);
    await cancelRequest(w.nils, { number: waiting.number });
    expect(await itemOf(waiting, 'Laptop')).toMatchObject({ state: 'closed_skipped', approval: 'not_requested' });
  });

  it('REQ-2 · once fulfilment has started it cannot be cancelled', async () => {
    const request = await ordered(rolf, w.nils.id);
    await change(w.ian, await itemOf(request, 'Mouse'), { state: 'work_in_progress' });
    for (const by of [w.nils, w.ian]) {
      expect(await isCancellable(by, request.id)).toBe(false);
      await expect(cancelRequest(by, { number: request.number })).rejects.toMatchObject({ rule: 'REQ-2' });
    }
    expect((await itemOf(request, 'Laptop')).state).toBe('pending');
  });

  it('REQ-2, ACC-6 · the requester sees the request with its items; a stranger does not, and a reader cannot cancel it', async () => {
    const request = await ordered(rolf, w.nils.id);
    const item = await itemOf(request, 'Mouse');
    expect(await recordView(w.nils, 'request', request.number)).toMatchObject({ mayEdit: false });
    expect(await recordView(w.nils, 'requested_item', item.number)).toMatchObject({ mayEdit: false });
    expect(await recordView(w.pat, 'request', request.number)).toBeNull();
    expect(await recordView(w.pat, 'requested_item', item.number)).toBeNull();

    const reader = await holderOf('Rea Reader', ['sn_request_read']);
    expect(await isCancellable(reader, request.id)).toBe(false);
    await expect(cancelRequest(reader, { number: request.number })).rejects.toMatchObject({ rule: 'ACC-6' });
    await expect(cancelRequest(w.pat, { number: request.number })).rejects.toMatchObject({ rule: 'REL-16' });
  });
});
