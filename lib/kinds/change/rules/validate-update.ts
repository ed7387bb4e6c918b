import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import { finalRecordKeepsItsFields, mayMove } from '#lib/record/rules/may-move.ts';
import type { Change } from '../definition.ts';
import { approvedStates, type ChangeState, changeMovesFrom, changeStates } from '../states.ts';

/** CHG-2 to CHG-4 · The change follows the path of its new type. On hold, it can only be canceled. A rejection leads to New. */
function changeMayMove(before: Change, after: Change): Verdict {
  if (after.state === 'new' && after.approval === 'rejected') return yes;
  const onHold = before.onHold || after.onHold;
  const moves = changeMovesFrom({ ...before, type: after.type, onHold });
  const may = mayMove({ noun: 'A change', states: changeStates, moves }, before.state, after.state);
  if (may.ok || !onHold) return may;
  return no('CHG-3', `${before.number} is on hold: take it off hold first, or cancel it.`, 'state');
}

/** CHG-1 · Leaving Assess or Authorize needs approval. Entering them needs an approval group. */
function changeIsApproved(before: Change, after: Change): Verdict {
  if (before.state === after.state || after.state === 'canceled' || after.state === 'new') return yes;
  const here = before.state as ChangeState;
  if (approvedStates.includes(here) && before.approval !== 'approved')
    return no('CHG-1', `${before.number} waits for approval in ${changeStates[here].label}.`, 'state');
  if (approvedStates.includes(after.state as ChangeState) && !after.approvalGroupId)
    return no('CHG-1', 'Choose the group that approves.', 'approvalGroupId');
  return yes;
}

/** CHG-1 · The approval group can't change while its answer is pending, because that answer counts. */
export const approvalGroupWaits = {
  rule: 'CHG-1',
  because: 'The approval group can be changed once all requested approvers have answered.',
} as const;

function approvalGroupMayChange(before: Change, after: Change): Verdict {
  if (before.approval !== 'requested' || before.approvalGroupId === after.approvalGroupId) return yes;
  return no(approvalGroupWaits.rule, approvalGroupWaits.because, 'approvalGroupId');
}

/** CHG-4 · The type changes only in New, and never from or to Standard, which comes only from a template. */
function typeMayChange(before: Change | null, after: Change): Verdict {
  if (after.type === 'standard' && !after.templateId)
    return no('CHG-4', 'A standard change is made from a template.', 'type');
  if (!before || before.type === after.type) return yes;
  if (before.type === 'standard') return no('CHG-4', 'A standard change stays one.', 'type');
  return before.state === 'new' ? yes : no('CHG-4', 'The type can be changed in New only.', 'type');
}

/** CHG-5 · The end is after the start. Scheduled and later states need both. */
function windowIsPlanned({ state, plannedStart, plannedEnd }: Change): Verdict {
  if (plannedStart && plannedEnd && plannedEnd <= plannedStart)
    return no('CHG-5', 'The planned end is not after the planned start.', 'plannedEnd');
  if (!['scheduled', 'implement', 'review', 'closed'].includes(state)) return yes;
  if (!plannedStart) return no('CHG-5', 'Plan when the change starts.', 'plannedStart');
  return plannedEnd ? yes : no('CHG-5', 'Plan when the change ends.', 'plannedEnd');
}

/** CHG-2, CHG-3, CHG-5 · Canceling and holding need a reason, and closing needs a code and notes. */
function endIsSaid(before: Change | null, after: Change): Verdict {
  const { onHold, onHoldReason, state } = after;
  if (onHold && isBlank(onHoldReason)) return no('CHG-3', 'Write why the change is on hold.', 'onHoldReason');
  if (before?.state === state) return yes;
  if (state === 'canceled' && isBlank(after.cancelReason))
    return no('CHG-2', 'Write why the change is canceled.', 'cancelReason');
  if (state === 'closed' && !after.closeCode) return no('CHG-5', 'Choose how the change ended.', 'closeCode');
  return state === 'closed' && isBlank(after.closeNotes) ? no('CHG-5', 'Write the close notes.', 'closeNotes') : yes;
}

/** All rules for an update of a change. */
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
