import type { Actor, Contact, Customer } from '#lib/platform/actor.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { customerCan, type Reach, reachesOf } from './customer-grants.ts';

const none = Prisma.sql`false`;

/** What each reach includes, as a condition on the task `t`. Arrays can use an index; subqueries inside "or" cannot. */
const reached: Readonly<Record<Reach, (contact: Contact) => Prisma.Sql>> = {
  // POR-13: a case stays with its account when its contact moves to another account.
  own: ({ id, accountId }) => Prisma.sql`(t.contact_id = ${id}::uuid and t.account_id = ${accountId}::uuid)`,
  account: ({ accountId }) => Prisma.sql`t.account_id = ${accountId}::uuid`,
  'account and children': ({ accountId }) => Prisma.sql`t.account_id = any(array(select below.id from accounts below
    where below.id = ${accountId}::uuid or below.parent_id = ${accountId}::uuid))`,
  served: ({ accountId }) => Prisma.sql`t.account_id = any(array(select served_id from partner_relationships
    where partner_id = ${accountId}::uuid))`,
  'served and opened by oneself': (contact) =>
    Prisma.sql`(t.opened_by_id = ${contact.id}::uuid and ${reached.served(contact)})`,
};

/** POR-19 · Cases of the contact's account that the contact was added to, for reading or also for answering. */
function addedTo({ id, accountId }: Contact, { answers }: { answers: boolean }): Prisma.Sql {
  return Prisma.sql`(t.account_id = ${accountId}::uuid and t.id = any(array(select added.case_id from case_colleagues added
    where added.user_id = ${id}::uuid and (added.may_answer or not ${answers}::boolean))))`;
}

/** POR-13, POR-14 · Cases whose watch list contains the contact, who may only read them. */
function watchedBy({ id }: Contact): Prisma.Sql {
  return Prisma.sql`t.id = any(array(select watched.task_id from task_watchers watched
    where watched.user_id = ${id}::uuid and watched.list = 'watch_list'))`;
}

/** POR-14 · A sensitive case is hidden from contacts who reach it only through a role. */
const isSensitive = Prisma.sql`exists (select from cases marked where marked.id = t.id and marked.sensitive)`;

/** The contact may have moved to another account since the page or stream was opened (POR-13). */
export const isStillInAccount = ({ id, accountId }: Contact) =>
  Prisma.sql`exists (select from contacts me where me.id = ${id}::uuid and me.account_id = ${accountId}::uuid)`;

/**
 * ACC-6, POR-13 · Records of a kind that a customer may see by the customer grants, as a condition on the task `t`; with
 * `answers`, those that the customer may write to.
 */
export function readableByCustomer(kind: TaskKind, customer: Customer, { answers = false } = {}): Prisma.Sql {
  const reaches = customerCan(customer, 'see', kind) ? reachesOf(customer, kind) : [];
  if (reaches.length === 0) return none;
  if (customer.kind === 'consumer') return Prisma.sql`t.consumer_id = ${customer.id}::uuid`;
  const wide = reaches.filter((reach) => reach !== 'own').map((reach) => reached[reach](customer));
  const watched = watchedBy(customer);
  const byRole =
    wide.length === 0 ? none : Prisma.sql`((${Prisma.join(wide, ' or ')}) and (not ${isSensitive} or ${watched}))`;
  const byList = answers ? none : Prisma.sql`(t.account_id = ${customer.accountId}::uuid and ${watched})`;
  const ways = Prisma.sql`(${reached.own(customer)} or ${addedTo(customer, { answers })} or ${byList} or ${byRole})`;
  // Every reach of this contact is inside the account; the extra condition lets the database use the account's index.
  const isInAccount = reaches.every((reach) => reach === 'own' || reach === 'account');
  const within = isInAccount ? Prisma.sql`t.account_id = ${customer.accountId}::uuid and ` : Prisma.empty;
  return Prisma.sql`(${within}${ways} and ${isStillInAccount(customer)})`;
}

/** POR-19 · A colleague who was added to a case only to read it may not write to it. */
export async function mayWriteAsCustomer(
  tx: Db,
  actor: Actor,
  record: { id: string; kind: TaskKind },
): Promise<Verdict> {
  if (actor.kind !== 'contact') return yes;
  const rows = await tx.$queryRaw<unknown[]>`
    select from tasks t where t.id = ${record.id}::uuid and ${readableByCustomer(record.kind, actor, { answers: true })}`;
  return rows.length > 0 ? yes : no('ACC-6', 'You were added to this case to read it, and cannot write to it.');
}

/** POR-15 · Cases that the actor may write to as a customer, as a condition on the task `t`. */
export function answerableCases(actor: Actor): Prisma.Sql {
  if (actor.kind !== 'contact' && actor.kind !== 'consumer') return none;
  return readableByCustomer('case', actor, { answers: true });
}
