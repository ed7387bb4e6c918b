import type { Person } from '#lib/platform/actor.ts';
import type { Role } from './roles.ts';

const own: Readonly<Partial<Record<Person['kind'], Role>>> = {
  contact: 'sn_customerservice.customer',
  consumer: 'sn_customerservice.consumer',
};

/**
 * MAIL-3 · Whoever we wrote to about a case may answer it, with a role or without: lent for the one command is what the
 * customer of a case may do to the own ones, and nothing more. Staff are lent nothing (MAIL-8).
 */
export function asMailSender(person: Person): Person {
  const role = own[person.kind];
  if (!role || person.roles.has(role)) return person;
  const lent = new Set([role]);
  return { ...person, roles: person.roles.union(lent), lent };
}
