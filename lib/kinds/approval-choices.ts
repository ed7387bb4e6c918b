import { choices } from '#lib/words/choice.ts';

/** CHG-1, REQ-1 · The approval states of a record. */
export const approvalStates = choices([
  ['not_requested', 'Not requested', 'not requested'],
  ['requested', 'Requested', 'requested'],
  ['approved', 'Approved', 'approved'],
  ['rejected', 'Rejected', 'rejected'],
]);
