import { usualRoles } from '#lib/access/roles.ts';
import { addPerson } from '#lib/customer/commands/add-person.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { SENDER_UNKNOWN } from './rules/judge-mail.ts';
import { waitingOutcomes } from './rules/mail-waits.ts';

/**
 * MAIL-5, ADM-6 · Adds who sent a mail as a consumer, in the transaction around it; answers the id. The other mails of that
 * address that wait are theirs from then on, and no
 * longer say that nobody knows the sender.
 */
export async function addSender(tx: Db, actor: Actor, { name, email }: { name: string; email: string }) {
  const id = await addPerson(actor, { name, email, timeZone: 'UTC', password: '', roles: [usualRoles.consumer] });
  const wait = { outcome: { in: [...waitingOutcomes] }, senderId: null };
  const theirs = { fromAddress: email, ...wait };
  const reason = 'The sender was added meanwhile.';
  await tx.incomingMail.updateMany({ where: { ...theirs, reason: SENDER_UNKNOWN }, data: { reason } });
  await tx.incomingMail.updateMany({ where: theirs, data: { senderId: id } });
  return id;
}
