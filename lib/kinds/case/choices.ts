import { choices, choicesByLabel } from '#lib/words/choice.ts';

export const caseChannels = choices([
  ['web', 'Web', 'web', ['self-service', 'Self service']],
  ['phone', 'Phone', 'phone'],
  ['email', 'Email', 'email'],
  ['chat', 'Chat', 'chat'],
  ['social', 'Social', 'social'],
  ['proactive', 'Proactive', 'proactive'],
]);

export const majorCaseStates = choices([
  ['proposed', 'Proposed', 'proposed'],
  ['accepted', 'Accepted', 'accepted'],
  ['rejected', 'Rejected', 'rejected'],
  ['cancelled', 'Cancelled', 'canceled'],
]);

/** CASE-6 */
export const caseResolutionCodes = choicesByLabel([
  ['fixed_by_support', 'Solved – Fixed by support'],
  ['workaround_provided', 'Solved – Workaround provided'],
  ['fixed_by_problem', 'Solved – Fixed by closing related PRB'],
  ['workaround_by_problem', 'Solved – Workaround provided based on open PRB'],
  ['fixed_by_change', 'Solved – Fixed by closing related Change Request'],
  ['fixed_by_incident', 'Solved – Fixed by closing related Incident'],
  ['request_complete', 'Solved – Related Request is Closed Complete'],
  ['not_reproducible', 'Not solved – Not reproducible'],
  ['no_customer_response', 'Not solved – No customer response'],
  ['duplicate', 'Duplicate'],
]);
