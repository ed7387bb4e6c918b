import { type Choice, choices } from '#lib/task/choice.ts';

export const caseChannels = choices([
  ['web', 'Web', 'web'],
  ['phone', 'Phone', 'phone'],
  ['email', 'Email', 'email'],
  ['chat', 'Chat', 'chat'],
  ['social', 'Social', 'social'],
  ['proactive', 'Proactive', 'proactive'],
]);

const own = (value: string, label: string): Choice => ({ value, label, external: label });

/** CASE-6 */
export const caseResolutionCodes: readonly Choice[] = [
  own('fixed_by_support', 'Solved – Fixed by support'),
  own('workaround_provided', 'Solved – Workaround provided'),
  own('fixed_by_problem', 'Solved – Fixed by closing related PRB'),
  own('workaround_by_problem', 'Solved – Workaround provided based on open PRB'),
  own('fixed_by_change', 'Solved – Fixed by closing related Change Request'),
  own('fixed_by_incident', 'Solved – Fixed by closing related Incident'),
  own('request_complete', 'Solved – Related Request is Closed Complete'),
  own('not_reproducible', 'Not solved – Not reproducible'),
  own('no_customer_response', 'Not solved – No customer response'),
  own('duplicate', 'Duplicate'),
];
