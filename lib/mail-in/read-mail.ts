import type { Actor } from '#lib/platform/actor.ts';
import { type Db, db } from '#lib/platform/db.ts';
import type { IncomingMail } from '#lib/platform/generated/prisma/client.ts';
import { log } from '#lib/platform/log.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import { integer, readSettings, type Settings } from '#lib/settings/settings.ts';
import { applyJudgement } from './apply-judgement.ts';
import { factsOf, gatherFacts, isNoteToUs, ownMail } from './facts.ts';
import { unreadAmong } from './find-answered.ts';
import { type Headers, headersOf } from './headers-of.ts';
import { markUnreadable } from './open-mail.ts';
import { parseInWorker, readBeginning } from './parse-in-worker.ts';
import type { ParsedMail } from './parse-mail.ts';
import { rawMail } from './raw-mail.ts';
import { recordBounce } from './record-bounce.ts';
import { automaticSigns, isIgnored } from './rules/automatic.ts';
import { judgeMail } from './rules/judge-mail.ts';
import { type StoredFiles, storeFiles } from './store-files.ts';
import { storeForReview } from './store-for-review.ts';

type Row = Pick<IncomingMail, 'id' | 'messageId' | 'receivedAt' | 'source'>;
type Reading = { row: Row; mail: ParsedMail; headers: Headers; settings: Settings };

/**
 * MAIL-3 to MAIL-8 · Parses a received email, decides its outcome and carries it out, in one transaction. An email refused by
 * a rule waits for review with the reason. After any other error the queue tries again. A decided email is not read again.
 */
export async function readMail(actor: Actor, { id }: { id: string }, before: readonly string[] = []): Promise<string> {
  const row = await db().incomingMail.findUniqueOrThrow({ where: { id }, omit: { raw: true } });
  if (row.outcome !== 'received') return 'read before';
  const raw = await rawMail(id);
  const by = row.fromStranger ? 'strangers' : 'incoming';
  const mail = await parseInWorker(raw, { by });
  const settings = await readSettings(db());
  if ('unreadable' in mail) {
    const beginning = await readBeginning(raw, by);
    await markUnreadable(id, mail.unreadable);
    await storeForReview(db(), { id, raw, mail: beginning, reason: mail.unreadable }, settings);
    return 'waits for review';
  }
  await readAnswered(actor, mail, [...before, id]);
  const reading = { row, mail, settings, headers: headersOf(mail, settings) };
  const files = await storeFiles(mail.files, integer(settings, 'attachment.max_size_mb'));
  try {
    const outcome = await transaction((tx) => decide(tx, reading, files));
    await (outcome.tookFiles ? files.keep() : files.drop());
    return outcome.became;
  } catch (error) {
    // Q-11 · After any other error it is unknown whether the rows of the files were committed.
    if (!(error instanceof Refusal)) throw error;
    await files.drop();
    log.info({ rule: error.rule, because: error.because, mail: id }, 'A mail was refused');
    await storeForReview(db(), { id, raw, mail, reason: error.because }, settings);
    return 'waits for review';
  }
}

/** The most emails of a reply chain that are read in one go. */
const LONGEST_THREAD = 20;

/** MAIL-3 · Reads the answered emails first, whatever the order of the queue; an answer does not wait for an unreadable one. */
async function readAnswered(actor: Actor, mail: ParsedMail, before: readonly string[]): Promise<void> {
  if (before.length > LONGEST_THREAD) return;
  for (const id of await unreadAmong(db(), mail.answers)) {
    if (before.includes(id)) continue;
    await readMail(actor, { id }, before).catch((err: unknown) => log.warn({ err, mail: id }, 'A mail was not read'));
  }
}

type Decided = { became: string; tookFiles: boolean };

/** Emails of a sender are decided one at a time, so that the earlier ones are counted. */
async function decide(tx: Db, reading: Reading, files: StoredFiles): Promise<Decided> {
  const { row, mail, headers, settings } = reading;
  const [there] = await tx.$queryRaw<unknown[]>`
    select pg_advisory_xact_lock(hashtextextended('mail of ' || ${headers.fromAddress}, 0))::text
    from (select id from incoming_mails where id = ${row.id}::uuid and outcome = 'received' for update) mine`;
  if (!there) return { became: 'read before', tookFiles: false };
  const ignore = async (reason: string, more = {}): Promise<Decided> => {
    const data = { ...headers, ...more, outcome: 'ignored', reason } as const;
    await tx.incomingMail.update({ where: { id: row.id }, data, select: { id: true } });
    return { became: 'ignored', tookFiles: false };
  };
  if (mail.bounce) {
    const { mailId: answersId, taskId } = await recordBounce(tx, mail.bounce);
    return ignore('undeliverable', { answersId, taskId });
  }
  const ours = await ownMail(tx, mail, settings);
  if (ours) return ignore('one of our own emails', ours);
  const automatic = automaticSigns(mail);
  const found = await gatherFacts(tx, mail, settings);
  const of = { senderId: found.sender?.id ?? null, answersId: found.answered[0]?.mailId ?? null };
  const isOfCustomer = found.sender?.isCustomer ?? false;
  if (automatic && isIgnored(automatic, { isOfCustomer, isNoteToUs: await isNoteToUs(tx, mail, found) }))
    return ignore(automatic.reason, { ...of, taskId: found.answered[0]?.taskId ?? null });
  const facts = await factsOf(tx, { ...row, mail, found, automatic });
  // A new email has no quotes of earlier emails; a forwarded text is part of its message.
  const text = facts.answers === null ? mail.text : mail.answer;
  // The subject counts as content of a new email.
  const hasSubject = facts.answers === null && !isBlank(mail.subject);
  const saysNothing = isBlank(text) && mail.files.length === 0 && !hasSubject;
  const judgement = judgeMail({ ...facts, verdict: headers.verdict, saysNothing });
  await applyJudgement(tx, { id: row.id, source: row.source, headers, found, judgement, text, files });
  return { became: judgement.becomes, tookFiles: 'number' in judgement || judgement.becomes === 'opened_case' };
}
