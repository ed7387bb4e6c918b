import { asMailSender } from '#lib/access/mail-sender.ts';
import { workedOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { found } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import { mayCommentOnCase } from '../facts.ts';
import { type MailInHand, reviewMail } from '../review-mail.ts';
import type { FileMail } from '../schema.ts';
import { isUnverified, senderWords } from '../sender-words.ts';
import { shownSender } from '../shown-address.ts';
import { writeAnswer } from '../write-answer.ts';

/** The sender, if it is a customer who may write into this case. */
async function customerWho({ tx, sender, known }: MailInHand, taskId: string): Promise<Actor | null> {
  const person = sender && sender.is !== 'internal' ? await actorOfUser(tx, sender.id) : null;
  const customer = person && asMailSender(person);
  if (!customer || !(await mayCommentOnCase(tx, customer, taskId))) return null;
  return isUnverified(known) ? { ...customer, unverified: true } : customer;
}

/**
 * MAIL-5 · Files a mail that waits to a case of the agent's: as a comment of its sender, if that is somebody who may write
 * there; else as a work note of the agent, which no customer reads.
 */
export async function fileMail(
  actor: Actor & { id: string },
  { id, number }: FileMail,
): Promise<{ asComment: boolean }> {
  return reviewMail(actor, id, async (mail) => {
    const { tx, from, known, text, answer, files } = mail;
    const [theCase] = await tx.$queryRaw<{ id: string }[]>`
      select t.id from tasks t where t.number = ${number} and t.kind = 'case' and (${workedOf('case', actor)})`;
    const { id: taskId } = found(theCase, `case ${number}`);
    const customer = await customerWho(mail, taskId);
    const words = isBlank(text) ? 'Files sent by email.' : answer;
    const note = `Email from ${shownSender(from)}, ${senderWords(known)}:\n\n${text || words}`;
    const entryId = customer
      ? await writeAnswer(customer, { number, type: 'comment', text: words })
      : await writeAnswer(actor, { number, type: 'work_note', text: note });
    await files.attach(customer ?? actor, number);
    return { fate: { outcome: 'filed', taskId, entryId }, audited: `Filed to ${number}`, asComment: customer !== null };
  });
}
