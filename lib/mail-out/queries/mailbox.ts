import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { holds } from '#lib/platform/folded-sql.ts';
import { pageOf, parsePlace, placeText } from '#lib/platform/keyset.ts';
import { isUuid } from '#lib/platform/uuid.ts';
import { enforce, found } from '#lib/platform/verdict.ts';
import { property, readSettings } from '#lib/settings/settings.ts';
import { composeMail, mailText } from '../compose.ts';
import { replyAddress } from '../envelope.ts';
import { contentForReader, type MailRow, mailRow, mailRowJoins } from '../mail-row.ts';
import type { IncomingOutcome } from '../mail-status.ts';

const PAGE = 50;
/** In characters: how much of an email a list shows. */
const BEGINNING = 160;

export type MailboxPerson = { id: string; name: string; email: string; mails: number; latest: Date };

/** MAIL-1 · The people to whom emails were sent, most recent first, 50 a page. */
export async function mailboxPeople(actor: Actor, { q, after }: { q: string; after: string }) {
  enforce(mayAdminister(actor));
  const place = parsePlace(after);
  const older = place ? Prisma.sql`and (m.latest, u.id) < (${place.at}, ${place.id}::uuid)` : Prisma.empty;
  const rows = await db().$queryRaw<MailboxPerson[]>`
    select u.id, u.name, coalesce(u.email, '') as email, m.mails, m.latest
    from (select recipient_id as id, count(*)::int as mails, max(created_at) as latest
          from mails where status = 'sent' group by recipient_id) m join users u using (id)
    where (${holds(Prisma.sql`u.name`, q)} or ${holds(Prisma.sql`u.email`, q)}) ${older}
    order by m.latest desc, u.id desc limit ${PAGE + 1}`;
  const { rows: people, next } = pageOf(rows, PAGE, 'first');
  return { people, next: next && placeText({ at: next.latest, id: next.id }) };
}

/** MAIL-1 · An answer given in the mailbox: its text, and whether it was accepted. */
export type GivenAnswer = { id: string; at: Date; text: string; outcome: IncomingOutcome };

/** MAIL-1 · The answers given to an email in the mailbox, oldest first. */
export async function answersTo(actor: Actor, mailId: string): Promise<GivenAnswer[]> {
  enforce(mayAdminister(actor));
  return db().$queryRaw<GivenAnswer[]>`
    select i.id, i.received_at as at, i.text, i.outcome::text as outcome from incoming_mails i
    where i.answers_id = ${mailId}::uuid and i.source = 'mailbox' order by i.received_at, i.id limit ${PAGE}`;
}

export type MailboxMail = { id: string; at: Date; subject: string; beginning: string };

/** MAIL-1 · A person and the emails sent to them, newest first, 50 a page. */
export async function mailboxOf(actor: Actor, personId: string, after: string) {
  enforce(mayAdminister(actor));
  const person = isUuid(personId)
    ? await db().user.findUnique({ where: { id: personId }, select: { id: true, name: true, email: true } })
    : null;
  const place = parsePlace(after);
  const older = place ? Prisma.sql`and (m.created_at, m.id) < (${place.at}, ${place.id}::uuid)` : Prisma.empty;
  const rows = await db().$queryRaw<(MailRow & { at: Date })[]>`
    select ${mailRow}, m.created_at as at from mails m ${mailRowJoins}
    where m.recipient_id = ${found(person, 'person').id}::uuid and m.status = 'sent' ${older}
    order by m.created_at desc, m.id desc limit ${PAGE + 1}`;
  const { rows: shown, next } = pageOf(rows, PAGE, 'first');
  const settings = await readSettings(db());
  const mails = shown.map((row): MailboxMail => {
    const text = mailText(contentForReader(row, settings));
    return {
      id: row.id,
      at: row.at,
      subject: row.subject,
      beginning: text.replaceAll(/\s+/g, ' ').slice(0, BEGINNING),
    };
  });
  return { person: found(person, 'person'), mails, next: next && placeText(next) };
}

/** An email as its recipient reads it, with the headers that a mail program shows. */
export type ReadMail = {
  subject: string;
  from: string;
  to: string;
  replyTo: string | null;
  at: Date;
  /** Empty if the email concerns only its recipient. */
  number: string;
  text: string;
  html: string;
};

/** MAIL-1 · An email as its recipient reads it, sent or not. With `personId`: only an email that was sent to this person. */
export async function mailAsRead(actor: Actor, id: string, personId?: string): Promise<ReadMail> {
  enforce(mayAdminister(actor));
  const ofPerson =
    personId === undefined ? Prisma.empty : Prisma.sql`and m.recipient_id::text = ${personId} and m.status = 'sent'`;
  const [row] = isUuid(id)
    ? await db().$queryRaw<(MailRow & { at: Date })[]>`
        select ${mailRow}, m.created_at as at from mails m ${mailRowJoins} where m.id = ${id}::uuid ${ofPerson}`
    : [];
  const settings = await readSettings(db());
  const mail = found(row, 'email');
  const { subject, text, html } = await composeMail(contentForReader(mail, settings));
  return {
    subject,
    text,
    html,
    at: mail.at,
    number: mail.number,
    from: property(settings, 'mail.from'),
    to: mail.recipientName ? `${mail.recipientName} <${mail.address}>` : mail.address,
    replyTo: replyAddress(mail, property(settings, 'mail.reply_domain')),
  };
}
