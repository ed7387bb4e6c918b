import { choices } from '#lib/words/choice.ts';

/** CHG-1, REQ-1 · How far the approval of a record is. */
export const approvalStates = choices([
  ['not_requested', 'Not requested', 'not requested'],
  ['requested', 'Requested', 'requested'],
  ['approved', 'Approved', 'approved'],
  ['rejected', 'Rejected', 'rejected'],
]);
