import type { Person } from '#lib/platform/actor.ts';
import type { Role } from './roles.ts';

const own: Readonly<Partial<Record<Person['kind'], Role>>> = {
  contact: 'sn_customerservice.customer',
  consumer: 'sn_customerservice.consumer',
};

/**
 * MAIL-3 · People whom we emailed about a case may reply, with or without a role. For this one command the sender gets the
 * customer's permissions on their own cases and no more. Staff get nothing extra (MAIL-8).
 */
export function asMailSender(person: Person): Person {
  const role = own[person.kind];
  if (!role || person.roles.has(role)) return person;
  const lent = new Set([role]);
  return { ...person, roles: person.roles.union(lent), lent };
}
