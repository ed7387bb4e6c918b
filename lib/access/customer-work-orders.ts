import type { Actor, Contact } from '#lib/platform/actor.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { isStillInAccount, readableByCustomer } from './readable-by-customer.ts';
import type { CustomerRole } from './roles.ts';

const none = Prisma.sql`false`;

const isOfServed = ({ accountId }: Contact) => Prisma.sql`t.account_id = any(array(
  select served_id from partner_relationships where partner_id = ${accountId}::uuid))`;
const isOfOwnAccount = ({ accountId }: Contact) => Prisma.sql`t.account_id = ${accountId}::uuid`;

/** POR-5 · Work orders that each contact role reaches, as a condition on the task `t`. */
const byRole: Readonly<Partial<Record<CustomerRole, (contact: Contact) => Prisma.Sql>>> = {
  'sn_customerservice.customer': (contact) =>
    Prisma.sql`(t.contact_id = ${contact.id}::uuid and ${isOfOwnAccount(contact)})`,
  'sn_customerservice.customer_case_manager': ({ accountId }) => Prisma.sql`t.account_id = any(array(
    select below.id from accounts below where below.id = ${accountId}::uuid or below.parent_id = ${accountId}::uuid))`,
  'sn_customerservice.customer_admin': isOfOwnAccount,
  'sn_customerservice.partner': (contact) => Prisma.sql`(t.opened_by_id = ${contact.id}::uuid
    and (${isOfOwnAccount(contact)} or ${isOfServed(contact)}))`,
  'sn_customerservice.partner_admin': (contact) => Prisma.sql`(${isOfOwnAccount(contact)} or ${isOfServed(contact)})`,
};

/** The work order `o` with task `t` belongs to the actor. */
function isOfActorCustomer(actor: Actor): Prisma.Sql {
  if (actor.kind === 'consumer')
    return actor.roles.has('sn_customerservice.consumer') ? Prisma.sql`t.consumer_id = ${actor.id}::uuid` : none;
  if (actor.kind !== 'contact') return none;
  const ways = Object.entries(byRole).flatMap(([role, reached]) =>
    actor.roles.has(role as CustomerRole) ? [reached(actor)] : [],
  );
  return ways.length === 0 ? none : Prisma.sql`((${Prisma.join(ways, ' or ')}) and ${isStillInAccount(actor)})`;
}

/**
 * POR-5, POR-12, WO-8 · Work orders that an external user sees, as a condition on the work order `o` and its task `t`: those of
 * their own customer, and those of a case only with that case (POR-14). Staff see none through this condition.
 */
export function ordersOfCustomer(actor: Actor): Prisma.Sql {
  if (actor.kind !== 'contact' && actor.kind !== 'consumer') return none;
  return Prisma.sql`(${isOfActorCustomer(actor)} and (o.case_id is null or exists (
    select from tasks t where t.id = o.case_id and ${readableByCustomer('case', actor)})))`;
}

/** POR-11 · A work order task that an external user reaches, by number; null if it is missing or out of reach. */
export async function taskOfCustomer(tx: Db, actor: Actor, number: string): Promise<{ id: string } | null> {
  const [task] = await tx.$queryRaw<{ id: string }[]>`
    select own.id from work_order_tasks part join tasks own on own.id = part.id
    join work_orders o on o.id = part.work_order_id join tasks t on t.id = o.id
    where own.number = ${number} and ${ordersOfCustomer(actor)}`;
  return task ?? null;
}

/** POR-5 · The task `t` is such a work order or one of its tasks. Open portal pages receive its updates. */
export function isOrderOfCustomer(actor: Actor): Prisma.Sql {
  if (actor.kind !== 'contact' && actor.kind !== 'consumer') return none;
  return Prisma.sql`exists (select from (select coalesce(
      (select part.work_order_id from work_order_tasks part where part.id = t.id), t.id) as id) whole
    join work_orders o on o.id = whole.id join tasks t on t.id = o.id where ${ordersOfCustomer(actor)})`;
}
