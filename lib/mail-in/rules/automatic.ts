import { awayNote } from './away-notes.ts';

/** What tells of a machine that it wrote a mail. */
type Signs = {
  header: (name: string) => string[];
  from: readonly { address: string }[];
  subject: string;
};

/** Why an email may be a machine's. `isCertain`: no program of a person writes so; else `looks` counts what only looks like it. */
export type Automatic = { reason: string; isCertain: boolean; looks: number };

const MACHINE = /^(mailer-daemon|postmaster|mail-daemon|mdaemon)@/;
const AUTO_REPLIES = ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply'];
const LISTS = ['list-id', 'list-post', 'x-mailing-list'];

/** MAIL-6 · Whether a server says that it could not deliver a mail. */
export function isBounce({ header, from, subject }: Signs): boolean {
  const [type = ''] = header('content-type');
  if (/^\s*multipart\/report/i.test(type) && /report-type\s*=\s*"?delivery-status/i.test(type)) return true;
  if (header('x-failed-recipients').length > 0) return true;
  const isOfServer = from.some(({ address }) => MACHINE.test(address)) || header('return-path').includes('<>');
  return (
    isOfServer && /undeliver|failure notice|delivery (status|failure)|returned mail|mail delivery failed/i.test(subject)
  );
}

const saysIn =
  ({ header }: Signs) =>
  (name: string, pattern: RegExp) =>
    header(name).some((value) => pattern.test(value.trim()));

/** What only machines and servers write into an email. */
function certainReason(signs: Signs): string | null {
  const says = saysIn(signs);
  if (says('content-type', /^multipart\/report/i)) return 'a report of a mail server';
  if (says('auto-submitted', /^(?!no\b)\S/i)) return 'an automatic reply';
  if (AUTO_REPLIES.some((name) => says(name, /^(?!no\b)\S/i))) return 'an automatic reply';
  if (says('precedence', /^auto[_-]?reply\b/i)) return 'an automatic reply';
  if (LISTS.some((name) => signs.header(name).length > 0)) return 'from a mailing list';
  if (says('return-path', /^<\s*>$/)) return 'sent by a machine: it has no return address';
  return signs.from.some(({ address }) => MACHINE.test(address)) ? 'sent by a mail server' : null;
}

/** MAIL-6 · Why an email is one that no person wrote to us, or looks like one; null: a person wrote it. */
export function automaticSigns(signs: Signs): Automatic | null {
  const certain = certainReason(signs);
  if (certain !== null) return { reason: certain, isCertain: true, looks: 0 };
  const says = saysIn(signs);
  const looks = [
    ...(awayNote(signs.subject) === null ? [] : ['an automatic reply']),
    ...(signs.header('list-unsubscribe').length > 0 || says('precedence', /^list\b/i) ? ['from a mailing list'] : []),
    ...(says('precedence', /^(bulk|junk)\b/i) ? ['sent in bulk'] : []),
  ];
  const [reason] = looks;
  return reason === undefined ? null : { reason, isCertain: false, looks: looks.length };
}

/** How an email that only looks automatic stands to what we know. */
type Known = {
  isOfCustomer: boolean;
  /** It answers an email of ours, or its subject is a note on one that we sent to this sender. */
  isNoteToUs: boolean;
};

/**
 * MAIL-6 · Whether an email changes nothing. What a customer wrote and only looks automatic is judged like any other, unless it is a
 * note of absence on an email of ours: many servers mark these by their subject alone.
 */
export function isIgnored({ isCertain }: Automatic, { isOfCustomer, isNoteToUs }: Known): boolean {
  return isCertain || !isOfCustomer || isNoteToUs;
}
