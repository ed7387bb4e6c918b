import { type Address, addressParser } from 'postal-mime';
import { withoutTokens } from '#lib/mail-out/shown-address.ts';
import { answerText } from './answer-text.ts';
import { tooMuchToRead } from './count-parts.ts';
import { fileOf, type MailFile } from './mail-files.ts';
import { type MailParts, type Part, partsOf } from './mail-parts.ts';
import { textOfMail } from './mail-text.ts';
import { clean, oneLine } from './one-line.ts';
import { messageIdsIn } from './raw-headers.ts';
import { isBounce } from './rules/automatic.ts';
import { type Bounce, readBounce } from './rules/bounce.ts';
import { withoutEmptyEnds } from './rules/new-text.ts';
import { tokensAmong } from './rules/recipients.ts';

export type Mailbox = { address: string; name: string };

/** A parsed email: addresses in lower case, texts without NUL characters. */
export type ParsedMail = {
  /** The claimed senders; only an email with exactly one sender can be answered. */
  from: Mailbox[];
  /** All recipient addresses, from its headers and from the servers on its way. */
  to: string[];
  subject: string;
  /** The Message-IDs that it answers. */
  answers: string[];
  text: string;
  /** The new text of an answer, without quotes. */
  answer: string;
  files: MailFile[];
  /** A server's report of an undeliverable email; null: it is no such report. */
  bounce: Bounce | null;
  header: (name: string) => string[];
};

/** An email as it is passed between processes: its headers as a list. */
export type PlainMail = Omit<ParsedMail, 'header'> & { headers: readonly { key: string; value: string }[] };

export type Unreadable = { unreadable: string };

/** An email with headers that can be looked up by name. */
export const asMail = ({ headers, ...mail }: PlainMail): ParsedMail => ({
  ...mail,
  header: (name) => headers.flatMap(({ key, value }) => (key === name ? [value] : [])),
});

/** MAIL-4 · In characters: longer texts are cut. */
const LONGEST_TEXT = 200_000;
const CONTINUES = '\n\n… The email continues. Download it to read all of it.';
/** In characters: longer header values are cut for lookups by name; this module reads them in full. */
const LONGEST_HEADER = 4_000;
/** MAIL-6 · Parses an email within limits of size, depth and parts; or says why it cannot. May be slow: see `parseInWorker`. */
export async function parseMail(raw: Uint8Array): Promise<PlainMail | Unreadable> {
  const unreadable = tooMuchToRead(raw);
  if (unreadable) return { unreadable };
  try {
    return parsed(await partsOf(raw));
  } catch {
    return { unreadable: 'It is not an email, or nested too deep.' };
  }
}

function parsed(parts: MailParts): PlainMail {
  const { email } = parts;
  const headers = email.headers.map(({ key, value }) => ({ key, value: clean(value) }));
  const header = (name: string) => headers.flatMap(({ key, value }) => (key === name ? [value] : []));
  const isOfServer = header('content-type').some((type) => /^\s*multipart\/report/i.test(type));
  const reports = isOfServer ? parts.files.filter(({ type }) => REPORTED.test(type)) : [];
  const textOf = (types: RegExp) =>
    reports.flatMap(({ type, bytes }) => (types.test(type) ? [clean(bytes.toString())] : [])).join('\n\n');
  const { text: all, pictures, quoted } = textOfMail(parts);
  const words = all.length > LONGEST_TEXT ? `${all.slice(0, LONGEST_TEXT)}${CONTINUES}` : all;
  // MAIL-8: a reader of an answer must not get the token of a person whom it quotes.
  const text = withoutEmptyEnds(withoutTokens(words));
  const received = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'to', 'cc'].flatMap(header);
  const from = header('from').flatMap(mailboxes);
  const subject = withoutTokens(oneLine(email.subject ?? '')).slice(0, 1000);
  const to = [...new Set(received.flatMap(mailboxes).map(({ address }) => address))];
  const answers = [...header('in-reply-to'), ...header('references')].flatMap(messageIdsIn).slice(0, 200);
  const isAnswer = answers.length > 0 || tokensAmong(to).length > 0;
  const isShown = (part: Part) =>
    !(isAnswer && part.type.startsWith('image/') && quoted.has(part.contentId.toLowerCase()));
  const files = [...parts.files.filter((part) => !reports.includes(part)), ...pictures].filter(isShown);
  const report = textOf(/^message\/(global-)?delivery-status$/).slice(0, LONGEST_TEXT);
  const returned = textOf(/^(message\/rfc822|message\/global|text\/rfc822-headers)$/).slice(0, LONGEST_TEXT);
  return {
    from,
    to,
    subject,
    answers,
    text,
    answer: answerText(text),
    files: files.map(fileOf),
    bounce: isBounce({ header, from, subject }) ? readBounce({ report, returned, text, answers, header }) : null,
    headers: headers.map(({ key, value }) => ({ key, value: value.slice(0, LONGEST_HEADER) })),
  };
}

/** MAIL-8 · Removes addresses and the product's own sender notes from a display name, so that it cannot imitate them. */
const plainName = (name: string) =>
  oneLine(name)
    .replaceAll(/(?<![^\s<>])[^\s<>]*@[^\s<>]*|\b(sender\s+)?(not\s+|un)?verified\b|[<>]/gi, ' ')
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
