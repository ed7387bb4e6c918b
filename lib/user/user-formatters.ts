import { type AuditFormatter, type LoggedChange, type NameOf, plainText, switchText } from '#lib/audit/formatter.ts';
import type { Json } from '#lib/platform/json.ts';
import { isUuid } from '#lib/platform/uuid.ts';

const rolesText = (value: Json) => (Array.isArray(value) ? value.join(', ') : plainText(value));

/** Earlier versions named people by their email address. */
const personName = ({ subject }: LoggedChange, nameOf: NameOf) =>
  (isUuid(subject) ? nameOf('person', subject) : null) ?? subject;

/** ADM-12 · Somebody new in the audit log, by email address, with the first roles. */
export const createdUserFormatter: AuditFormatter = { label: 'User created', value: rolesText };

/** ADM-12 · The granted roles of a user in the audit log. */
export const rolesFormatter: AuditFormatter = { label: 'Roles changed', value: rolesText, subject: personName };

/** ADM-12 · Whether a user could sign in, in the audit log. */
export const activationFormatter: AuditFormatter = {
  label: 'User activated or deactivated',
  value: switchText,
  subject: personName,
};
