import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import { finalRecordKeepsItsFields, mayMove } from '#lib/record/rules/may-move.ts';
import type { Change } from '../definition.ts';
import { approvedStates, type ChangeState, changeMovesFrom, changeStates } from '../states.ts';

/** CHG-2 to CHG-4 · The way of the type that it will have; on hold, also from this save on, only to Canceled; a rejection leads back to New. */
function changeMayMove(before: Change, after: Change): Verdict {
  if (after.state === 'new' && after.approval === 'rejected') return yes;
  const onHold = before.onHold || after.onHold;
  const moves = changeMovesFrom({ ...before, type: after.type, onHold });
  const may = mayMove({ noun: 'A change', states: changeStates, moves }, before.state, after.state);
  if (may.ok || !onHold) return may;
  return no('CHG-3', `${before.number} is on hold: take it off hold first, or cancel it.`, 'state');
}

/** CHG-1 · Assess and Authorize are left with approval only, and entered with somebody to ask. */
function changeIsApproved(before: Change, after: Change): Verdict {
  if (before.state === after.state || after.state === 'canceled' || after.state === 'new') return yes;
  const here = before.state as ChangeState;
  if (approvedStates.includes(here) && before.approval !== 'approved')
    return no('CHG-1', `${before.number} waits for approval in ${changeStates[here].label}.`, 'state');
  if (approvedStates.includes(after.state as ChangeState) && !after.approvalGroupId)
    return no('CHG-1', 'Choose the group that approves.', 'approvalGroupId');
  return yes;
}

/** CHG-1 · Whoever has been asked answers first: until then the group stays, as its answer is the one that counts. */
export const approvalGroupWaits = {
  rule: 'CHG-1',
  because: 'The approval group can be changed once those who were asked have answered.',
} as const;

function approvalGroupMayChange(before: Change, after: Change): Verdict {
  if (before.approval !== 'requested' || before.approvalGroupId === after.approvalGroupId) return yes;
  return no(approvalGroupWaits.rule, approvalGroupWaits.because, 'approvalGroupId');
}

/** CHG-4 · The type changes only in New, and never from or to Standard, which comes from a template only. */
function typeMayChange(before: Change | null, after: Change): Verdict {
  if (after.type === 'standard' && !after.templateId)
    return no('CHG-4', 'A standard change is made from a template.', 'type');
  if (!before || before.type === after.type) return yes;
  if (before.type === 'standard') return no('CHG-4', 'A standard change stays one.', 'type');
  return before.state === 'new' ? yes : no('CHG-4', 'The type can be changed in New only.', 'type');
}

/** CHG-5 · The end is after the start; Scheduled and what follows has both. */
function windowIsPlanned({ state, plannedStart, plannedEnd }: Change): Verdict {
  if (plannedStart && plannedEnd && plannedEnd <= plannedStart)
    return no('CHG-5', 'The planned end is not after the planned start.', 'plannedEnd');
  if (!['scheduled', 'implement', 'review', 'closed'].includes(state)) return yes;
  if (!plannedStart) return no('CHG-5', 'Plan when the change starts.', 'plannedStart');
  return plannedEnd ? yes : no('CHG-5', 'Plan when the change ends.', 'plannedEnd');
}

/** CHG-2, CHG-3, CHG-5 · Cancelling, holding and closing each say why or how. */
function endIsSaid(before: Change | null, after: Change): Verdict {
  const { onHold, onHoldReason, state } = after;
  if (onHold && isBlank(onHoldReason)) return no('CHG-3', 'Write why the change is on hold.', 'onHoldReason');
  if (before?.state === state) return yes;
  if (state === 'canceled' && isBlank(after.cancelReason))
    return no('CHG-2', 'Write why the change is canceled.', 'cancelReason');
  if (state === 'closed' && !after.closeCode) return no('CHG-5', 'Choose how the change ended.', 'closeCode');
  return state === 'closed' && isBlank(after.closeNotes) ? no('CHG-5', 'Write the close notes.', 'closeNotes') : yes;
}

/** All that a change must obey to become another version of itself. */
export function validateChange(before: Change | null, after: Change): Verdict {
  const always = [windowIsPlanned(after), endIsSaid(before, after)];
  if (!before) return first(typeMayChange(null, after), ...always);
  return first(
    finalRecordKeepsItsFields(changeStates, before, after),
    typeMayChange(before, after),
    changeMayMove(before, after),
    changeIsApproved(before, after),
    approvalGroupMayChange(before, after),
    ...always,
  );
}
