import { calendarFile } from '#lib/diary/calendar-file.ts';
import { wordsOfVisit } from '#lib/diary/words-of-visit.ts';
import type { ComposedMail } from './compose.ts';
import type { MailRow } from './mail-row.ts';

/** The sender as a calendar organiser, from "Support <support@example.com>". */
function organiserOf(sender: string): { name: string; email: string } {
  const at = sender.lastIndexOf('<');
  if (at < 0 || !sender.endsWith('>')) return { name: sender, email: sender };
  const email = sender.slice(at + 1, -1);
  return { name: sender.slice(0, at).trim() || email, email };
}

/**
 * WO-14 · The calendar part of an email about an appointment, also attached as `invite.ics`; nothing for other emails or
 * reminders. The organiser is the sender.
 */
export function inviteOf(mail: MailRow, { subject, text }: ComposedMail, sender: string) {
  const { visit } = mail.facts;
  if (!visit || visit.what === 'reminded') return {};
  const { method, content } = calendarFile({
    uid: visit.uid,
    sequence: visit.sequence,
    isCancelled: visit.isCancelled,
    from: new Date(visit.from),
    to: new Date(visit.to),
    summary: subject,
    description: text,
    location: wordsOfVisit(visit, mail.language).where,
    organiser: organiserOf(sender),
    attendee: { name: mail.recipientName, email: mail.address },
    written: new Date(visit.at),
  });
  return { icalEvent: { method, filename: 'invite.ics', content } };
}
