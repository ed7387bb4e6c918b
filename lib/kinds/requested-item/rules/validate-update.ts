import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { finalRecordKeepsItsFields, mayMove } from '#lib/record/rules/may-move.ts';
import type { RequestedItem } from '../definition.ts';
import { type RequestedItemState, requestedItemMoves, requestedItemStates } from '../states.ts';

/** REQ-1 · A pending item is moved by its approval only, the others as the table says. */
function itemMayMove(before: RequestedItem, after: RequestedItem): Verdict {
  const from = before.state as RequestedItemState;
  if (from === 'pending' && after.state !== from)
    return after.approval === 'requested' ? no('REQ-1', `${before.number} waits for approval.`, 'state') : yes;
  const moves = requestedItemMoves[from];
  return mayMove({ noun: 'An item', states: requestedItemStates, moves }, from, after.state);
}

/** All that a requested item must obey to become another version of itself. */
export function validateItem(before: RequestedItem | null, after: RequestedItem): Verdict {
  if (!before) return yes;
  return first(finalRecordKeepsItsFields(requestedItemStates, before, after), itemMayMove(before, after));
}
