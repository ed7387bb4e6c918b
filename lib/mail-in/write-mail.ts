import { asMailSender } from '#lib/access/mail-sender.ts';
import { mayReachChildren } from '#lib/access/policy.ts';
import { workedOf } from '#lib/access/readable.ts';
import { isUnverified, senderWords } from '#lib/mail-out/sender-words.ts';
import { shownSender } from '#lib/mail-out/shown-address.ts';
import type { Actor, Person } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { enforce, found } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import { mayCommentOnCase } from './facts.ts';
import type { OpenMail } from './review-mail.ts';
import { wholeTextFor, wordsOf, writeAnswer } from './write-answer.ts';

type WorkedCase = {
  id: string;
  active: boolean;
  majorCaseState: string | null;
  servedBy: 'account' | 'consumer' | 'all';
};

/** A case that the actor works and can file an email to; `servedBy`: which agents may see it. */
export async function workedCase(tx: Db, actor: Actor, number: string): Promise<WorkedCase> {
  const [theCase] = await tx.$queryRaw<WorkedCase[]>`
    select t.id, t.active, c.major_case_state::text as "majorCaseState",
      case when t.consumer_id is not null then 'consumer'
      when t.contact_id is not null or t.account_id is not null then 'account' else 'all' end as "servedBy"
    from tasks t join cases c on c.id = t.id where t.number = ${number} and t.kind = 'case' and (${workedOf('case', actor)})`;
  const worked = found(theCase, `case ${number}`);
  // ACC-13 · An email filed to a major case also reaches its child cases.
  enforce(mayReachChildren(actor, { kind: 'case', ...worked }));
  return worked;
}

/** The sender, if that is a customer who may comment on this case. */
async function customerWho({ tx, sender, known }: OpenMail, taskId: string): Promise<Actor | null> {
  const person = sender && sender.is !== 'internal' ? await actorOfUser(tx, sender.id) : null;
  const customer = person && asMailSender(person);
  if (!customer || !(await mayCommentOnCase(tx, customer, taskId))) return null;
  return isUnverified(known) ? { ...customer, unverified: true } : customer;
}

/**
 * MAIL-5 · Writes an email into a case that the agent works: as a comment of its sender, if the sender may comment there; else
 * as the agent's work note, which no customer reads. The files are attached.
 */
export async function writeMail(actor: Person, mail: OpenMail, theCase: { id: string; number: string }) {
  const { tx, from, known, text, answer, files } = mail;
  const { id: taskId, number } = theCase;
  const customer = await customerWho(mail, taskId);
  const words = wordsOf(isBlank(text) ? text : answer, files);
  const note = `Email from ${shownSender(from)}, ${senderWords(known)}:\n\n${text || words}`;
  const entryId = customer
    ? await writeAnswer(tx, customer, { number, type: 'comment', text: words })
    : await writeAnswer(tx, actor, { number, type: 'work_note', text: note });
  await files.attach(tx, customer ?? actor, number);
  return { taskId, entryId, wholeText: wholeTextFor(customer ? answer : text, text), asComment: customer !== null };
}
