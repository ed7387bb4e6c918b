import { createTask } from '#lib/engine/commands/create-task.ts';
import { senderWords } from '#lib/mail-out/sender-words.ts';
import { shownSender } from '#lib/mail-out/shown-address.ts';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import { addSender } from '../add-sender.ts';
import { titleOf } from '../open-case.ts';
import { type OpenMail, reviewMail } from '../review-mail.ts';
import type { OpenCaseFromMail } from '../schema.ts';
import { cutToLimit } from '../write-answer.ts';

/** The added sender, the chosen customer, or else the sender, if known. */
async function customerOf(actor: Actor, mail: OpenMail, { contactId, consumerId, newCustomer }: OpenCaseFromMail) {
  const { sender } = mail;
  if (newCustomer) return addSender(actor, mail, newCustomer);
  if (contactId || consumerId) return { contactId: contactId ?? null, consumerId: consumerId ?? null };
  if (sender?.is === 'contact') return { contactId: sender.id, consumerId: null };
  if (sender?.is === 'consumer') return { contactId: null, consumerId: sender.id };
  throw new Refusal('REC-5', 'Choose the contact or the consumer whose case this is.', { field: 'contactId' });
}

/** MAIL-5 · Opens a case from an email that waits, in the agent's name; the description names the email's sender. */
export async function openCaseFromMail(actor: Person, input: OpenCaseFromMail): Promise<{ number: string }> {
  const { number } = await reviewMail(actor, input.id, async (mail) => {
    const { tx, subject, from, known, text, files } = mail;
    const customer = await customerOf(actor, mail, input);
    const added = input.newCustomer ? { senderId: customer.contactId ?? customer.consumerId } : {};
    const words = isBlank(text) ? 'The email has no text.' : text;
    const values = {
      shortDescription: titleOf(subject),
      description: cutToLimit(`Email from ${shownSender(from)}, ${senderWords(known)}:\n\n${words}`),
      channel: 'email',
      ...customer,
    };
    const theCase = await createTask(actor, { kind: 'case', values }, tx);
    await files.attach(tx, actor, theCase.number);
    return {
      fate: { outcome: 'opened_case' as const, taskId: theCase.id, ...added },
      audited: `Opened ${theCase.number}`,
      number: theCase.number,
    };
  });
  return { number };
}
