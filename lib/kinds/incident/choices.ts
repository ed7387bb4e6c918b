import { choices, choicesByLabel } from '#lib/words/choice.ts';

/** INC-1 */
export const holdReasons = choices([
  ['awaiting_caller', 'Awaiting Caller', '1'],
  ['awaiting_change', 'Awaiting Change', '5'],
  ['awaiting_problem', 'Awaiting Problem', '3'],
  ['awaiting_vendor', 'Awaiting Vendor', '4'],
]);

/** INC-3 */
export const incidentResolutionCodes = choicesByLabel([
  ['duplicate', 'Duplicate'],
  ['known_error', 'Known error'],
  ['no_resolution', 'No resolution provided', ['Not Solved (Not Reproducible)', 'Not Solved (Too Costly)']],
  ['resolved_by_caller', 'Resolved by caller', ['Closed/Resolved by Caller']],
  ['resolved_by_change', 'Resolved by change'],
  ['resolved_by_problem', 'Resolved by problem'],
  ['resolved_by_request', 'Resolved by request'],
  ['solution_provided', 'Solution provided', ['Solved (Permanently)', 'Solved Remotely (Permanently)']],
  ['workaround_provided', 'Workaround provided', ['Solved (Work Around)', 'Solved Remotely (Work Around)']],
  ['user_error', 'User error'],
]);

export const incidentCategories = choices([
  ['inquiry', 'Inquiry', 'inquiry'],
  ['software', 'Software', 'software'],
  ['hardware', 'Hardware', 'hardware'],
  ['network', 'Network', 'network'],
  ['database', 'Database', 'database'],
]);

export const contactTypes = choices([
  ['email', 'Email', 'email'],
  ['phone', 'Phone', 'phone'],
  ['self-service', 'Self-service', 'self-service', ['Self service']],
  ['virtual_agent', 'Virtual agent', 'virtual_agent'],
  ['walk-in', 'Walk-in', 'walk-in'],
]);

/** REL-5 · The contact type of an incident, by the channel of its case. */
export const contactTypeByChannel: Readonly<Record<string, string>> = {
  web: 'self-service',
  phone: 'phone',
  email: 'email',
  chat: 'virtual_agent',
  social: 'self-service',
  proactive: 'self-service',
};
