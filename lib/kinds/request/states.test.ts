import { describe, expect, it } from 'vitest';
import type { UpdateContext } from '#lib/record/definition.ts';
import { CreateRequest } from '#lib/request/schema.ts';
import { theItemWith, theRequestWith } from '#lib/testing/records.ts';
import { requestedItemDefinition } from '../requested-item/definition.ts';
import { fulfilmentHasStarted, type RequestedItemState, requestedItemStates } from '../requested-item/states.ts';
import { requestDefinition } from './definition.ts';
import { type RequestState, requestStateOf, requestStates } from './states.ts';

const by = (values: Partial<UpdateContext> = {}) => values as UpdateContext;
const item = (state: RequestedItemState, approval = 'not_requested') => ({ state, approval });

describe('the state of a request', () => {
  it.each<[string, ReturnType<typeof item>[], RequestState]>([
    ['one waits for approval', [item('pending', 'requested'), item('open')], 'requested'],
    ['none needs approval', [item('open'), item('open')], 'approved'],
    ['all are approved', [item('open', 'approved'), item('work_in_progress', 'approved')], 'approved'],
    ['one waits while others are done', [item('pending', 'requested'), item('closed_complete')], 'requested'],
    ['one is done, one is worked on', [item('closed_complete'), item('work_in_progress')], 'approved'],
    ['all are complete', [item('closed_complete'), item('closed_complete')], 'closed_complete'],
    ['one is incomplete', [item('closed_complete'), item('closed_incomplete')], 'closed_incomplete'],
    ['one was rejected', [item('closed_skipped', 'rejected'), item('closed_complete')], 'closed_incomplete'],
    ['one was rejected, one is open', [item('closed_skipped', 'rejected'), item('open')], 'approved'],
    ['all were rejected', [item('closed_skipped', 'rejected'), item('closed_skipped', 'rejected')], 'closed_rejected'],
    ['all were skipped', [item('closed_skipped'), item('closed_skipped')], 'closed_incomplete'],
  ])('REQ-1, REQ-2 · %s', (_what, items, state) => {
    expect(requestStateOf(items)).toBe(state);
  });

  const states = Object.keys(requestStates) as RequestState[];
  const open = ['requested', 'approved'];
  for (const from of states)
    it.each(states.filter((to) => to !== from))(`REQ-2 · from ${from} to %s: people only cancel`, (to) => {
      const before = theRequestWith({ state: from });
      const after = { ...before, state: to };
      const allowed = open.includes(from) && to === 'closed_cancelled';
      expect(requestDefinition.validateUpdate(before, after, by()).ok).toBe(allowed);
      expect(requestDefinition.validateUpdate(before, after, by({ followsParts: true })).ok).toBe(open.includes(from));
    });
});

describe('a requested item', () => {
  /** REQ-1 · Only its approval moves a pending item. */
  const moves: Readonly<Record<RequestedItemState, readonly string[]>> = {
    pending: [],
    open: ['work_in_progress', 'closed_complete', 'closed_incomplete', 'closed_skipped'],
    work_in_progress: ['closed_complete', 'closed_incomplete', 'closed_skipped'],
    closed_complete: [],
    closed_incomplete: [],
    closed_skipped: [],
  };
  const states = Object.keys(requestedItemStates) as RequestedItemState[];
  for (const from of states)
    it.each(states.filter((to) => to !== from))(`REQ-1, REQ-2 · from ${from} to %s`, (to) => {
      const before = theItemWith({ state: from, approval: from === 'pending' ? 'requested' : 'not_requested' });
      expect(requestedItemDefinition.validateUpdate(before, { ...before, state: to }, by()).ok).toBe(
        moves[from].includes(to),
      );
    });

  it('REQ-1 · one that waits is moved by its approval alone', () => {
    const waits = theItemWith({ state: 'pending', approval: 'requested' });
    const hurried = requestedItemDefinition.validateUpdate(waits, { ...waits, state: 'open' }, by());
    expect(hurried).toMatchObject({ ok: false, rule: 'REQ-1' });
    const approved = { ...waits, state: 'open', approval: 'approved' };
    expect(requestedItemDefinition.validateUpdate(waits, approved, by()).ok).toBe(true);
  });

  it.each<[RequestedItemState, boolean]>([
    ['pending', false],
    ['open', false],
    ['work_in_progress', true],
    ['closed_complete', true],
    ['closed_incomplete', true],
    ['closed_skipped', false],
  ])('REQ-2 · in %s its fulfilment has started: %s', (state, begun) => {
    expect(fulfilmentHasStarted(state)).toBe(begun);
  });

  it('REC-5 · an impossible combination is refused by both states', () => {
    const item = theItemWith({ state: 'work_in_progress' });
    const because = 'An item cannot go from Work in Progress to Open.';
    expect(requestedItemDefinition.validateUpdate(item, { ...item, state: 'open' }, by())).toMatchObject({ because });
  });

  it.each<[RequestedItemState, string]>([
    ['pending', 'waiting_for_approval'],
    ['open', 'fulfillment'],
    ['work_in_progress', 'delivery'],
    ['closed_complete', 'complete'],
    ['closed_incomplete', 'complete'],
    ['closed_skipped', 'complete'],
  ])('REQ-2 · in %s its stage is %s', (state, stage) => {
    expect(requestedItemDefinition.deriveFields(null, theItemWith({ state }), by()).stage).toBe(stage);
  });

  it.each([
    [0, false],
    [1, true],
    [99, true],
    [100, false],
    [1.5, false],
  ])('REQ-3 · a quantity of %d: %s', (quantity, allowed) => {
    const catalogItemId = '01930000-0000-7000-8000-000000000000';
    expect(CreateRequest.safeParse({ items: [{ catalogItemId, quantity }] }).success).toBe(allowed);
  });
});
