import { type AuditFormatter, type LoggedChange, type NameOf, plainText, switchText } from '#lib/audit/formatter.ts';
import type { Json } from '#lib/platform/json.ts';
import { isUuid } from '#lib/platform/uuid.ts';

const rolesText = (value: Json) => (Array.isArray(value) ? value.join(', ') : plainText(value));

/** Older log entries name users by email address. */
const personName = ({ subject }: LoggedChange, nameOf: NameOf) =>
  (isUuid(subject) ? nameOf('person', subject) : null) ?? subject;

/** ADM-12 · A new user in the audit log: email address and first roles. */
export const createdUserFormatter: AuditFormatter = { label: 'User created', value: rolesText };

/** ADM-12 · A user's granted roles in the audit log. */
export const rolesFormatter: AuditFormatter = { label: 'Roles changed', value: rolesText, subject: personName };

/** ADM-12 · Activation and deactivation of a user in the audit log. */
export const activationFormatter: AuditFormatter = {
  label: 'User activated or deactivated',
  value: switchText,
  subject: personName,
};
