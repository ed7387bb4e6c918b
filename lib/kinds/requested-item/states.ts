import { stateTable } from '#lib/record/definition.ts';
import { choices } from '#lib/words/choice.ts';

export const requestedItemStates = stateTable({
  pending: { label: 'Pending', tone: 'waiting', external: '-5', phase: 'open' },
  open: { label: 'Open', tone: 'new', external: '1', phase: 'open' },
  work_in_progress: { label: 'Work in Progress', tone: 'progress', external: '2', phase: 'open' },
  closed_complete: { label: 'Closed Complete', tone: 'closed', external: '3', phase: 'final' },
  closed_incomplete: { label: 'Closed Incomplete', tone: 'closed', external: '4', phase: 'final' },
  closed_skipped: { label: 'Closed Skipped', tone: 'closed', external: '7', phase: 'final' },
});

export type RequestedItemState = keyof typeof requestedItemStates;

/** REQ-1 · The allowed moves of an item. Only its approval moves a pending item. */
export const requestedItemMoves: Readonly<Record<RequestedItemState, readonly RequestedItemState[]>> = {
  pending: [],
  open: ['work_in_progress', 'closed_complete', 'closed_incomplete', 'closed_skipped'],
  work_in_progress: ['closed_complete', 'closed_incomplete', 'closed_skipped'],
  closed_complete: [],
  closed_incomplete: [],
  closed_skipped: [],
};

/** REQ-2 · Fulfilment has not begun while an item waits, or if it was rejected or skipped. Its request can be cancelled. */
export function fulfilmentHasStarted(state: string): boolean {
  return !['pending', 'open', 'closed_skipped'].includes(state);
}

export const stages = choices([
  ['waiting_for_approval', 'Waiting for approval', 'waiting_for_approval'],
  ['fulfillment', 'Fulfillment', 'fulfillment'],
  ['delivery', 'Delivery', 'delivery'],
  ['complete', 'Completed', 'complete'],
]);

/** The stage shown to customers, by state. */
export const stageOf: Readonly<Record<RequestedItemState, string>> = {
  pending: 'waiting_for_approval',
  open: 'fulfillment',
  work_in_progress: 'delivery',
  closed_complete: 'complete',
  closed_incomplete: 'complete',
  closed_skipped: 'complete',
};
