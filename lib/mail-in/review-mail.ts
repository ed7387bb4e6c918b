import { may } from '#lib/access/policy.ts';
import { asRefusal } from '#lib/attachment/as-refusal.ts';
import { recordAudit } from '#lib/audit/record.ts';
import type { IncomingOutcome } from '#lib/mail-out/mail-status.ts';
import type { KnownSender } from '#lib/mail-out/sender-words.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { type Db, db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, found, Refusal } from '#lib/platform/verdict.ts';
import { integer, readSettings } from '#lib/settings/settings.ts';
import { type KeptFiles, keepFiles } from './keep-files.ts';
import { openMail } from './open-mail.ts';
import { incomingMail } from './queries/incoming-mails.ts';
import { readableMails, senderOfMail } from './readable-mails.ts';
import { mailWaits } from './rules/mail-waits.ts';

/** A mail that somebody has taken in hand, with its text and its files. */
export type MailInHand = {
  tx: Db;
  subject: string;
  from: { fromAddress: string; fromName: string };
  sender: { id: string; is: 'internal' | 'contact' | 'consumer' } | null;
  known: KnownSender;
  text: string;
  /** What of it is new, where it answers something. */
  answer: string;
  files: KeptFiles;
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
 * MAIL-5 · Does with a mail, by default one that waits, what somebody of the staff has decided, once, however many decide at
 * once. What is done is written in the same transaction, into the audit log too.
 */
export async function reviewMail<T extends { fate: Fate; audited: string }>(
  actor: Actor & { id: string },
  id: string,
  work: (mail: MailInHand) => Promise<T>,
  { takesFiles = true, allowed = mailWaits }: { takesFiles?: boolean; allowed?: typeof mailWaits } = {},
): Promise<T> {
  const row = found(await incomingMail(db(), actor, id), 'email');
  enforce(may(actor, 'edit', 'case'));
  enforce(allowed(row.outcome));
  const { mail: opened, unreadable } = await openMail(actor.id, id);
  const mail = opened === null || unreadable !== '' ? { text: '', answer: '', files: [] } : opened;
  const maxMegabytes = integer(await readSettings(db()), 'attachment.max_size_mb');
  const files = await asRefusal(keepFiles(takesFiles ? mail.files : [], maxMegabytes));
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

/** Locks a mail that the actor may read, and says what has become of it. */
export async function lockMail(tx: Db, actor: Actor, id: string): Promise<IncomingOutcome> {
  const [row] = await tx.$queryRaw<{ outcome: IncomingOutcome }[]>`
    select i.outcome::text as outcome from incoming_mails i
    where i.id = (select i.id from incoming_mails i left join ${senderOfMail}
                  where i.id = ${id}::uuid and ${readableMails(actor)}) for update`;
  return found(row, 'email').outcome;
}
