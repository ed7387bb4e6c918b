import type { Case } from '#lib/kinds/case/definition.ts';
import { isUnverified, type KnownSender, senderMark } from '#lib/mail-out/sender-words.ts';
import { type Actor, type Person, system } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { confirmCase } from './confirm.ts';
import type { Gathered } from './facts.ts';
import { answeredCase } from './find-answered.ts';
import type { Headers } from './headers-of.ts';
import { type CaseCustomer, openCaseOfMail, titleOf } from './open-case.ts';
import { type Judgement, SENDER_UNKNOWN } from './rules/judge-mail.ts';
import type { StoredFiles } from './store-files.ts';
import { wholeTextFor, wordsOf, writeAnswer } from './write-answer.ts';

type Work = {
  id: string;
  source: KnownSender['source'];
  headers: Headers;
  found: Gathered;
  judgement: Judgement;
  text: string;
  files: StoredFiles;
};

/** Carries out the decision about an email and records the outcome. */
export async function applyJudgement(tx: Db, work: Work): Promise<void> {
  const { id, headers, found, judgement, files } = work;
  const answered = answeredCase(found.answered) ?? found.answered[0];
  const of = { senderId: found.sender?.id ?? null, answersId: answered?.mailId ?? null };
  const write = (data: object) =>
    tx.incomingMail.update({ where: { id }, data: { ...headers, ...of, ...data }, select: { id: true } });
  if ('reason' in judgement) {
    const { becomes: outcome, reason } = judgement;
    const isOfCase = answered?.kind === 'case';
    await write({ outcome, reason, taskId: isOfCase ? answered.taskId : null });
    return;
  }
  const reason = files.leftOut && `Not taken: ${files.leftOut}. They are in the email.`;
  if (judgement.becomes === 'filed') {
    const filed = await file(tx, senderIn(work), judgement.number, work);
    const texts = { text: work.text, wholeText: wholeTextFor(work.text, headers.text) };
    await write({ outcome: 'filed', reason, ...texts, taskId: answered?.taskId, ...filed });
    return;
  }
  const old = judgement.becomes === 'follow-up' && answered ? answered : null;
  const { theCase, recipientId } = await open(tx, work, old?.number ?? null);
  const opened = { taskId: theCase.id, followsId: old?.taskId ?? null };
  await write({ outcome: 'opened_case', reason, text: work.text, ...opened });
  // The confirmation reuses the subject of the email, which belongs to the case only now.
  await confirmCase(tx, { taskId: theCase.id, number: theCase.number, recipientId, old: old?.number ?? null });
}

const knownSender = ({ source, headers: { verdict } }: Work): KnownSender => ({ source, verdict });

function senderIn(work: Work): Person {
  const { sender } = work.found;
  if (sender?.actor && sender.isCustomer)
    return isUnverified(knownSender(work)) ? { ...sender.actor, unverified: true } : sender.actor;
  throw new Refusal('MAIL-3', 'The sender has no rights here.');
}

/** MAIL-3, MAIL-4 · Adds the email as a comment of its sender, with its files. */
async function file(tx: Db, sender: Actor, number: string, { text, files }: Work): Promise<{ entryId: string }> {
  const entryId = await writeAnswer(tx, sender, { number, type: 'comment', text: wordsOf(text, files) });
  await files.attach(tx, sender, number);
  return { entryId };
}

/** MAIL-5, MAIL-11 · Opens a new case, for the sender or for the customer of the closed case that the email answers. */
async function open(tx: Db, work: Work, old: string | null): Promise<{ theCase: Case; recipientId: string }> {
  const { headers, found, text, files } = work;
  const sender = found.sender;
  if (!sender) throw new Refusal('MAIL-5', SENDER_UNKNOWN);
  const customer = await customerOf(tx, sender.id, old);
  const words = `${senderMark(knownSender(work))}${wordsOf(text, files)}`;
  const theCase = await openCaseOfMail(tx, {
    customer,
    title: titleOf(headers.subject, old ?? ''),
    text: old ? `Follow-up to ${old}, which is no longer open.\n\n${words}` : words,
    onBehalfOf: sender.actor?.name ?? headers.fromAddress,
  });
  await files.attach(tx, system, theCase.number);
  return { theCase, recipientId: sender.id };
}

async function customerOf(tx: Db, senderId: string, old: string | null): Promise<CaseCustomer> {
  if (old) {
    const { contactId, consumerId, accountId } = await tx.task.findUniqueOrThrow({ where: { number: old } });
    if (contactId || consumerId) return { contactId, consumerId, accountId: contactId ? accountId : null };
  }
  const contact = await tx.contact.findUnique({ where: { id: senderId } });
  return { contactId: contact?.id ?? null, consumerId: contact ? null : senderId, accountId: null };
}
