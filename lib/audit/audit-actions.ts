import { pairs } from '#lib/register/pairs.ts';
import { registers } from '#lib/register/registers.ts';

const kept = Object.fromEntries(
  Object.entries({ ...registers, ...pairs }).map(([name, { noun }]) => [
    `${name}.changed`,
    `${noun.charAt(0).toUpperCase()}${noun.slice(1)} changed`,
  ]),
);

/** What can be undone: each setting brings its own name along, and a test holds these to have words. */
const settings = {
  'property.changed': 'Property changed',
  'business-rule.changed': 'Business rule switched',
  'integration.changed': 'Integration switched',
  'priority-lookup.changed': 'Priority data lookup changed',
  ...kept,
};

const acts = {
  'job.retried': 'Failed job tried again',
  'article.written': 'Article written',
  'records.exported': 'Records exported',
  'user.created': 'User created',
  'user.roles-changed': 'Roles changed',
  'user.activated': 'User activated',
  'user.deactivated': 'User deactivated',
  'user.password-changed': 'Password changed',
  'user.signed-out-everywhere': 'Signed out everywhere',
  'sign-in.accepted': 'Signed in',
  'sign-in.refused': 'Sign-in refused',
  'action.refused': 'Action refused',
} as const;

/** What is told beside the changes of settings: noun and past participle. */
export type AuditAction = keyof typeof acts;

/** ADM-12 · What is in the audit log, in the words of its page. */
export const auditActions: Readonly<Record<string, string>> = { ...settings, ...acts };
