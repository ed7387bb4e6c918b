import { addCustomer } from '#lib/customer/commands/add-customer.ts';
import { AddCustomer } from '#lib/customer/schema.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import type { OpenMail } from './review-mail.ts';

/** MAIL-5, ACC-14 · Adds an email's sender as a customer, in the transaction of the review; returns the case's customer. */
export async function addSender(
  actor: Actor,
  { tx, sender, from }: OpenMail,
  { kind, ...person }: Omit<AddCustomer, 'email'>,
): Promise<{ contactId: string | null; consumerId: string | null }> {
  if (sender) throw new Refusal('MAIL-5', 'The sender already exists. Open the case for them.');
  const email = AddCustomer.shape.email.safeParse(from.fromAddress);
  if (!email.success) throw new Refusal('MAIL-5', 'The sender has no valid email address, so they cannot be added.');
  const id = await addCustomer(actor, { kind, ...person, email: email.data }, tx);
  return kind === 'contact' ? { contactId: id, consumerId: null } : { contactId: null, consumerId: id };
}
