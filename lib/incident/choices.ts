import { type Choice, choices } from '#lib/task/choice.ts';

/** INC-1 */
export const holdReasons = choices([
  ['awaiting_caller', 'Awaiting Caller', '1'],
  ['awaiting_change', 'Awaiting Change', '5'],
  ['awaiting_problem', 'Awaiting Problem', '3'],
  ['awaiting_vendor', 'Awaiting Vendor', '4'],
]);

const own = (value: string, label: string): Choice => ({ value, label, external: label });

/** INC-3, and the codes that are accepted besides (spec 14). */
export const incidentResolutionCodes: readonly Choice[] = [
  own('duplicate', 'Duplicate'),
  own('known_error', 'Known error'),
  own('no_resolution', 'No resolution provided'),
  own('resolved_by_caller', 'Resolved by caller'),
  own('resolved_by_change', 'Resolved by change'),
  own('resolved_by_problem', 'Resolved by problem'),
  own('resolved_by_request', 'Resolved by request'),
  own('solution_provided', 'Solution provided'),
  own('workaround_provided', 'Workaround provided'),
  own('user_error', 'User error'),
];

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
  ['self-service', 'Self-service', 'self-service'],
  ['virtual_agent', 'Virtual agent', 'virtual_agent'],
  ['walk-in', 'Walk-in', 'walk-in'],
]);

/** Spec 14: the contact type of an incident by the channel of the case that it is made from. */
export const contactTypeByChannel: Readonly<Record<string, string>> = {
  web: 'self-service',
  phone: 'phone',
  email: 'email',
  chat: 'virtual_agent',
  social: 'self-service',
  proactive: 'self-service',
};
