import { usualRoles } from '#lib/access/roles.ts';
import { addPerson } from '#lib/customer/commands/add-person.ts';
import { AddPerson } from '#lib/customer/schema.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import type { MailInHand } from './review-mail.ts';

/** MAIL-5, ADM-6 · Adds who sent a mail, and nobody else, as a consumer, in the transaction around it; answers the id. */
export async function addSender(actor: Actor, { sender, from }: MailInHand, name: string): Promise<string> {
  if (sender) throw new Refusal('MAIL-5', 'The sender is somebody whom we know. Open the case for them.');
  const email = AddPerson.shape.email.safeParse(from.fromAddress);
  if (!email.success) throw new Refusal('MAIL-5', 'The sender has no address that a person could be added with.');
  const roles = [usualRoles.consumer];
  return addPerson(actor, { name, email: email.data, timeZone: 'UTC', password: '', roles });
}
