import { pairs } from '#lib/register/pairs.ts';
import { registers } from '#lib/register/registers.ts';

const kept = Object.fromEntries(
  Object.entries({ ...registers, ...pairs }).map(([name, { noun }]) => [
    `${name}.changed`,
    `${noun.charAt(0).toUpperCase()}${noun.slice(1)} changed`,
  ]),
);

/** ADM-12 · What is in the audit log, in the words of its page. */
export const auditActions: Readonly<Record<string, string>> = {
  'property.changed': 'Property changed',
  'business-rule.changed': 'Business rule switched',
  'integration.changed': 'Integration switched',
  'priority-lookup.changed': 'Priority data lookup changed',
  ...kept,
  'article.written': 'Article written',
  'user.created': 'User created',
  'user.roles-changed': 'Roles changed',
  'user.activated': 'User activated',
  'user.deactivated': 'User deactivated',
  'user.password-changed': 'Password changed',
  'user.signed-out-everywhere': 'Signed out everywhere',
  'sign-in.accepted': 'Signed in',
  'sign-in.refused': 'Sign-in refused',
  'action.refused': 'Action refused',
};
