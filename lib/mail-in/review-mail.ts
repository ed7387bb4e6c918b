import { may } from '#lib/access/policy.ts';
import { asRefusal } from '#lib/attachment/as-refusal.ts';
import { recordAudit } from '#lib/audit/record.ts';
import type { IncomingOutcome } from '#lib/mail-out/mail-status.ts';
import type { KnownSender } from '#lib/mail-out/sender-words.ts';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { type Db, db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, found, Refusal } from '#lib/platform/verdict.ts';
import { integer, readSettings } from '#lib/settings/settings.ts';
import { openMail } from './open-mail.ts';
import { incomingMail } from './queries/incoming-mails.ts';
import { readableMails, senderOfMail } from './readable-mails.ts';
import { mailIsUndecided } from './rules/mail-is-undecided.ts';
import { type StoredFiles, storeFiles } from './store-files.ts';

/** An email under review, with its text and files. */
export type OpenMail = {
  tx: Db;
  subject: string;
  from: { fromAddress: string; fromName: string };
  sender: { id: string; is: 'internal' | 'contact' | 'consumer' } | null;
  known: KnownSender;
  text: string;
  /** The new text of an answer, without quotes. */
  answer: string;
  files: StoredFiles;
};

type Fate = {
  outcome?: 'filed' | 'opened_case' | 'discarded';
  taskId?: string;
  entryId?: string;
  wholeText?: string;
  senderId?: string | null;
  reason?: string;
};

/**
 * MAIL-5 · Carries out a reviewer's decision about an email, by default one that waits; only once, even if several reviewers
 * decide at the same time. The decision and its audit entry are written in the same transaction.
 */
export async function reviewMail<T extends { fate: Fate; audited: string }>(
  actor: Person,
  id: string,
  work: (mail: OpenMail) => Promise<T>,
  { takesFiles = true, allowed = mailIsUndecided }: { takesFiles?: boolean; allowed?: typeof mailIsUndecided } = {},
): Promise<T> {
  const row = found(await incomingMail(db(), actor, id), 'email');
  enforce(may(actor, 'edit', 'case'));
  enforce(allowed(row.outcome));
  const { mail: opened, unreadable } = await openMail(actor.id, id);
  const mail = opened === null || unreadable !== '' ? { text: '', answer: '', files: [] } : opened;
  const maxMegabytes = integer(await readSettings(db()), 'attachment.max_size_mb');
  const files = await asRefusal(storeFiles(takesFiles ? mail.files : [], maxMegabytes));
  try {
    const done = await transaction(async (tx) => {
      enforce(allowed(await lockMail(tx, actor, id)));
      const { subject, sender, fromAddress, fromName, source, verdict } = row;
      const outcome = await work({
        tx,
        subject,
        sender,
        from: { fromAddress, fromName },
        known: { source, verdict },
        text: mail.text,
        answer: mail.answer,
        files,
      });
      await tx.incomingMail.update({
        where: { id },
        data: { senderId: sender?.id ?? null, ...outcome.fate, reviewedById: actor.id, reviewedAt: now() },
        select: { id: true },
      });
      await recordAudit(tx, actor, {
        action: 'email.reviewed',
        subject: fromAddress || id,
        newValue: outcome.audited,
      });
      return outcome;
    });
    await files.keep();
    return done;
  } catch (error) {
    if (error instanceof Refusal) await files.drop();
    throw error;
  }
}

/** Locks an email that the actor may read, and returns its outcome. */
export async function lockMail(tx: Db, actor: Actor, id: string): Promise<IncomingOutcome> {
  const [row] = await tx.$queryRaw<{ outcome: IncomingOutcome }[]>`
    select i.outcome::text as outcome from incoming_mails i
    where i.id = (select i.id from incoming_mails i left join ${senderOfMail}
                  where i.id = ${id}::uuid and ${readableMails(actor)}) for update`;
  return found(row, 'email').outcome;
}
