import { type AdminTableName, adminTableNames } from '#lib/admin-table/admin-tables.ts';
import { relationFormatter } from '#lib/admin-table/relation-formatter.ts';
import { type RelationName, relationNames } from '#lib/admin-table/relations.ts';
import { rowFormatter } from '#lib/admin-table/row-formatter.ts';
import type { AuditAction } from '#lib/audit/audit-action.ts';
import { type AuditFormatter, plainText, switchText } from '#lib/audit/formatter.ts';
import { lookupFormatter } from '#lib/data-lookup/lookup-formatter.ts';
import { articleFormatter } from '#lib/knowledge/article-formatter.ts';
import { activationFormatter, createdUserFormatter, rolesFormatter } from '#lib/user/user-formatters.ts';

/** An action whose values are readable without names. */
const plain = (label: string): AuditFormatter => ({ label, value: plainText });

const rows = Object.fromEntries(adminTableNames.map((name) => [`${name}.changed`, rowFormatter(name)])) as Record<
  `${AdminTableName}.changed`,
  AuditFormatter
>;

const related = Object.fromEntries(relationNames.map((name) => [`${name}.changed`, relationFormatter(name)])) as Record<
  `${RelationName}.changed`,
  AuditFormatter
>;

const formatters = {
  'property.changed': plain('Property changed'),
  'business-rule.changed': { label: 'Business rule switched', value: switchText },
  'integration.changed': { label: 'Integration switched', value: switchText },
  'priority-lookup.changed': lookupFormatter,
  ...rows,
  ...related,
  'user.created': createdUserFormatter,
  'customer.changed': plain('Customer changed'),
  'user.roles-changed': rolesFormatter,
  'user.activation-changed': activationFormatter,
  'user.password-changed': plain('Password changed'),
  'user.link-sent': plain('Link for a password sent'),
  'password.link-asked': plain('New password requested'),
  'user.signed-out-devices': plain('Signed out on other devices'),
  'user.signed-out-everywhere': plain('Signed out everywhere'),
  'article.written': articleFormatter,
  'records.exported': plain('Records exported'),
  'mail.resent': plain('Email sent again'),
  'update.mails-resent': plain('Failed emails of an update sent again'),
  'email.reviewed': plain('Email reviewed'),
  'email.answered': plain('Email answered in the mailbox'),
  'job.retried': plain('Failed job tried again'),
  'sign-in.accepted': plain('Signed in'),
  'sign-in.refused': plain('Sign-in refused'),
  'sign-in.blocked': plain('Sign-ins blocked'),
  'action.refused': plain('Action refused'),
} satisfies Record<AuditAction, AuditFormatter>;

/** ADM-12 · The formatter of every audit log action. */
export const auditFormatters: Readonly<Record<AuditAction, AuditFormatter>> = formatters;

const isAuditAction = (name: string): name is AuditAction => Object.hasOwn(formatters, name);

/** The formatter of an entry; actions that no longer exist show their internal name. */
export function formatterOf(action: string): AuditFormatter {
  return isAuditAction(action) ? formatters[action] : plain(action);
}
