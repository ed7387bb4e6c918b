import { createTransport } from 'nodemailer';
import { v4 as uuid } from 'uuid';
import { now } from '#lib/platform/clock.ts';

/** The email that is answered, as its recipient has it. */
export type Answerable = {
  messageId: string;
  subject: string;
  /** The email's text. */
  said: string;
  sentAt: Date;
  from: string;
  replyTo: string;
  recipient: { name: string; address: string };
};

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** MAIL-1 · An answer as a mail program would write it: text and HTML, with the original quoted below. */
export async function answerMime(mail: Answerable, text: string): Promise<Uint8Array> {
  const when = mail.sentAt.toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  const address = /<([^<>]+)>/.exec(mail.from)?.[1] ?? mail.from;
  const introduction = `On ${when}, Support <${address}> wrote:`;
  const quoted = mail.said.split('\n').map((line) => `> ${line}`);
  const html = `<div dir="ltr">${escaped(text).replaceAll('\n', '<br>')}</div><br><div class="gmail_quote"><div>${escaped(introduction)}</div><blockquote>${escaped(mail.said).replaceAll('\n', '<br>')}</blockquote></div>`;
  const { message } = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail({
    from: mail.recipient,
    to: mail.replyTo,
    subject: /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`,
    messageId: `<${uuid()}@mailbox.casebridge.local>`,
    inReplyTo: mail.messageId,
    references: [mail.messageId],
    date: now(),
    text: [text, '', introduction, '', ...quoted].join('\n'),
    html,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return message as Buffer;
}
