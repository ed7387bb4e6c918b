import { can, maySeeCustomerOf, mayUseWorkspace } from '#lib/access/policy.ts';
import { readableTasks } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';

const nobody = { kind: 'case', accountId: null, contactId: null, consumerId: null } as const;

/**
 * ACC-6, MAIL-4 · The emails `i` with the senders `u` (`senderOfMail`) that the actor may read: emails of readable records,
 * and emails without a record whose sender is a customer of the actor. All agents share the emails of strangers; an email
 * whose sender could not be determined is only for agents who serve all customers.
 */
export function readableMails(actor: Actor): Prisma.Sql {
  if (!mayUseWorkspace(actor)) return Prisma.sql`false`;
  const seen = readableTasks(actor);
  const ofRecord = Prisma.sql`exists (select from tasks t where t.id = i.task_id and ${seen})
    or exists (select from mail_moves m join tasks t on t.id = m.task_id where m.mail_id = i.id and ${seen})`;
  if (!can(actor, 'edit', 'case')) return Prisma.sql`(${ofRecord})`;
  const contacts = maySeeCustomerOf(actor, { ...nobody, contactId: 'any' }).ok;
  const consumers = maySeeCustomerOf(actor, { ...nobody, consumerId: 'any' }).ok;
  return Prisma.sql`(${ofRecord} or (i.task_id is null and case u.kind
    when 'contact' then ${contacts} when 'consumer' then ${consumers}
    else ${contacts && consumers} or (u.id is not null or (i.from_address <> '' and i.outcome <> 'received')) end))`;
}

/** MAIL-5 · The sender `u` of the email `i`: the one found when it was read, else the user who has that address now. */
export const senderOfMail = Prisma.sql`users u on u.id = coalesce(
  i.sender_id, (select theirs.id from users theirs where theirs.email = i.from_address))`;

/** MAIL-3, MAIL-6 · Emails that wait for a review. */
export const isUndecidedSql = Prisma.sql`i.outcome in ('waits_for_review', 'held_back')`;
