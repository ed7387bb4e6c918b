import { usualRoles } from '#lib/access/roles.ts';
import { addPerson } from '#lib/customer/commands/add-person.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { waitingOutcomes } from './rules/mail-waits.ts';

/**
 * MAIL-5, ADM-6 · Adds who sent a mail as a consumer, in the transaction around it; answers the id. The other mails of that
 * address that wait are theirs from then on.
 */
export async function addSender(tx: Db, actor: Actor, { name, email }: { name: string; email: string }) {
  const id = await addPerson(actor, { name, email, timeZone: 'UTC', password: '', roles: [usualRoles.consumer] });
  const wait = { outcome: { in: [...waitingOutcomes] }, senderId: null };
  await tx.incomingMail.updateMany({ where: { fromAddress: email, ...wait }, data: { senderId: id } });
  return id;
}
