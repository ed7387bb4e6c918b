import PostalMime, { type Address, type Attachment, addressParser, type Email } from 'postal-mime';
import { UploadHeaders } from '#lib/attachment/schema.ts';
import { withoutInvisible } from '#lib/platform/visible-text.ts';
import { answerText } from './answer-text.ts';
import { tooMuchToRead } from './count-parts.ts';
import { htmlToText } from './html-to-text.ts';
import { messageIdsIn } from './raw-headers.ts';
import { isBounce } from './rules/automatic.ts';
import { type Bounce, readBounce } from './rules/bounce.ts';
import { withoutTokens } from './shown-address.ts';

/** A file that came with a mail. */
export type MailFile = { name: string; contentType: string; content: Uint8Array };

export type Mailbox = { address: string; name: string };

/** A mail, read: addresses in small letters, texts without character 0. */
export type ParsedMail = {
  /** Whoever it says that it is from; more than one, or nobody, is nobody who can be answered. */
  from: Mailbox[];
  /** All addresses that it went to, as its headers say, and the servers on its way. */
  to: string[];
  subject: string;
  /** The mails that it answers. */
  answers: string[];
  text: string;
  /** What of the text is new in an answer. */
  answer: string;
  files: MailFile[];
  /** What a server says of a mail that it could not deliver; null: it says no such thing. */
  bounce: Bounce | null;
  header: (name: string) => string[];
};

/** A mail as one process says it to another: its headers as a list. */
export type PlainMail = Omit<ParsedMail, 'header'> & { headers: readonly { key: string; value: string }[] };

export type Unreadable = { unreadable: string };

/** A mail of which one can ask for headers by name. */
export const asMail = ({ headers, ...mail }: PlainMail): ParsedMail => ({
  ...mail,
  header: (name) => headers.flatMap(({ key, value }) => (key === name ? [value] : [])),
});

/** MAIL-4 · So much of a text is kept, in characters. */
const LONGEST_TEXT = 200_000;
/** So much of a header is told to whoever asks for it, in characters: what is longer is read here. */
const LONGEST_HEADER = 4_000;
/** Logos of signatures. */
const SMALLEST_PICTURE = 12_000;

const clean = (text: string) => text.replaceAll('\0', '').toWellFormed();
/** ACC-12 · A name, or a subject: one line, without marks that turn it round. */
const oneLine = (text: string) => withoutInvisible(clean(text).replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')).trim();
const decoded = (content: Attachment['content']) =>
  typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as Uint8Array);

/** MAIL-6 · Reads a mail within limits of size, depth and parts; or says why it cannot be read. It may take its time: see `readApart`. */
export async function parseMail(raw: Uint8Array): Promise<PlainMail | Unreadable> {
  const unreadable = tooMuchToRead(raw);
  if (unreadable) return { unreadable };
  try {
    const limits = { maxNestingDepth: 30, maxHeadersSize: 512_000, forceRfc822Attachments: true };
    return parsed(await PostalMime.parse(raw, limits));
  } catch {
    return { unreadable: 'It is not an email, or nested too deep.' };
  }
}

function parsed(email: Email): PlainMail {
  const headers = email.headers.map(({ key, value }) => ({ key, value: clean(value) }));
  const header = (name: string) => headers.flatMap(({ key, value }) => (key === name ? [value] : []));
  const isOfServer = header('content-type').some((type) => /^\s*multipart\/report/i.test(type));
  const reports = isOfServer ? email.attachments.filter(({ mimeType }) => REPORTED.test(mimeType)) : [];
  const files = email.attachments.filter((file) => !reports.includes(file) && isWanted(file)).map(fileOf);
  const textOf = (types: RegExp) =>
    reports
      .flatMap((file) => (types.test(file.mimeType) ? [clean(decoded(file.content).toString())] : []))
      .join('\n\n');
  const words = clean(email.text?.trim() ? email.text : htmlToText(email.html ?? '')).slice(0, LONGEST_TEXT);
  // MAIL-8: who reads an answer is not to write as somebody whom it quotes.
  const text = withoutTokens(words);
  const received = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'to', 'cc'].flatMap(header);
  const from = header('from').flatMap(mailboxes);
  const subject = withoutTokens(oneLine(email.subject ?? '')).slice(0, 1000);
  const answers = [...header('in-reply-to'), ...header('references')].flatMap(messageIdsIn).slice(0, 200);
  const report = textOf(/^message\/(global-)?delivery-status$/).slice(0, LONGEST_TEXT);
  const returned = textOf(/^(message\/rfc822|message\/global|text\/rfc822-headers)$/).slice(0, LONGEST_TEXT);
  return {
    from,
    to: [...new Set(received.flatMap(mailboxes).map(({ address }) => address))],
    subject,
    answers,
    text,
    answer: answerText(text),
    files,
    bounce: isBounce({ header, from, subject }) ? readBounce({ report, returned, text, answers, header }) : null,
    headers: headers.map(({ key, value }) => ({ key, value: value.slice(0, LONGEST_HEADER) })),
  };
}

/** MAIL-8 · Neither an address nor what the product says of a sender is a name, whoever calls himself so. */
const plainName = (name: string) =>
  oneLine(name)
    .replaceAll(/[^\s<>]*@[^\s<>]*|\b(sender\s+)?(not\s+|un)?verified\b|[<>]/gi, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

function mailboxes(value: string): Mailbox[] {
  const one = ({ address = '', name, group }: Address & { group?: Mailbox[] }): Mailbox[] =>
    group ? group.flatMap(one) : [{ address: clean(address).trim().toLowerCase(), name: plainName(name ?? '') }];
  return addressParser(value.slice(0, 20_000), { flatten: true })
    .flatMap(one)
    .filter(({ address }) => /^[^\s@<>]{1,150}@[^\s@<>]{1,250}$/.test(address));
}

const REPORTED = /^(message\/(delivery-status|global-delivery-status|global|rfc822)|text\/rfc822-headers)$/;

/** Signatures of machines say nothing to people, and neither do logos. */
function isWanted({ mimeType, related, content }: Attachment): boolean {
  if (/^application\/(x-)?(pkcs7-signature|pgp-signature|pgp-encrypted)$/.test(mimeType)) return false;
  return !(related && mimeType.startsWith('image/') && decoded(content).byteLength < SMALLEST_PICTURE);
}

function fileOf({ filename, mimeType, content }: Attachment): MailFile {
  const { 'content-type': contentType } = UploadHeaders.parse({ 'content-type': mimeType });
  const name = filename ?? (mimeType === 'message/rfc822' ? 'forwarded.eml' : 'attachment');
  return { name: withoutTokens(oneLine(name)).replace(/^.*[/\\]/, ''), contentType, content: decoded(content) };
}
