import type { Actor, Contact } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { customerCan, type Reach, reachesOf } from './customer-grants.ts';
import { isStillInAccount } from './readable-by-customer.ts';

const none = Prisma.sql`false`;

/** POR-8, ACC-6 · Customers open their own cases in the portal; staff have their own form. */
export function mayOpenOwn(actor: Actor): Verdict {
  const isCustomer = actor.kind === 'contact' || actor.kind === 'consumer';
  return isCustomer && customerCan(actor, 'open', 'case')
    ? yes
    : no('ACC-6', 'Your roles do not allow you to open cases.');
}

/** The contacts `c` for whom each reach opens cases. */
const opensFor: Readonly<Record<Reach, (contact: Contact) => Prisma.Sql>> = {
  own: ({ id }) => Prisma.sql`c.id = ${id}::uuid`,
  account: ({ accountId }) => Prisma.sql`c.account_id = ${accountId}::uuid`,
  'account and children': ({ accountId }) => Prisma.sql`(c.account_id = ${accountId}::uuid
    or c.account_id in (select id from accounts where parent_id = ${accountId}::uuid))`,
  served: ({ accountId }) =>
    Prisma.sql`c.account_id in (select served_id from partner_relationships where partner_id = ${accountId}::uuid)`,
  'served and opened by oneself': (contact) => opensFor.served(contact),
};

/** POR-19 · The contacts for whom the actor may open a case: the actor, and contacts whose cases the actor's roles reach. */
export function openableFor(actor: Actor): Prisma.Sql {
  if (actor.kind !== 'contact') return none;
  const reaches = customerCan(actor, 'open', 'case') ? reachesOf(actor, 'case') : [];
  if (reaches.length === 0) return none;
  return Prisma.sql`((${Prisma.join(
    reaches.map((reach) => opensFor[reach](actor)),
    ' or ',
  )}) and ${isStillInAccount(actor)})`;
}

/** POR-19 · Whether the actor may also open cases for others. */
export function opensForOthers(actor: Actor): boolean {
  return (
    actor.kind === 'contact' &&
    customerCan(actor, 'open', 'case') &&
    reachesOf(actor, 'case').some((reach) => reach !== 'own')
  );
}
