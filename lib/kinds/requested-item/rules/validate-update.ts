import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { finalRecordKeepsItsFields, mayMove } from '#lib/record/rules/may-move.ts';
import type { RequestedItem } from '../definition.ts';
import { type RequestedItemState, requestedItemMoves, requestedItemStates } from '../states.ts';

/** REQ-1 · Only its approval moves a pending item. Other items move as the table allows. */
function itemMayMove(before: RequestedItem, after: RequestedItem): Verdict {
  const from = before.state as RequestedItemState;
  if (from === 'pending' && after.state !== from)
    return after.approval === 'requested' ? no('REQ-1', `${before.number} waits for approval.`, 'state') : yes;
  const moves = requestedItemMoves[from];
  return mayMove({ noun: 'An item', states: requestedItemStates, moves }, from, after.state);
}

/** All rules for an update of a requested item. */
export function validateItem(before: RequestedItem | null, after: RequestedItem): Verdict {
  if (!before) return yes;
  return first(finalRecordKeepsItsFields(requestedItemStates, before, after), itemMayMove(before, after));
}
