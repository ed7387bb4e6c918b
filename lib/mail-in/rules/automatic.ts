import { outOfOfficeSubject } from './out-of-office.ts';

/** The data that tells whether a machine wrote an email. */
type Signs = {
  header: (name: string) => string[];
  from: readonly { address: string }[];
  subject: string;
};

/** Why an email may be automatic. `isCertain`: no person's mail program writes so; else `looks` counts the weaker signs. */
export type Automatic = { reason: string; isCertain: boolean; looks: number };

const MACHINE = /^(mailer-daemon|postmaster|mail-daemon|mdaemon)@/;
const AUTO_REPLIES = ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply'];
const LISTS = ['list-id', 'list-post', 'x-mailing-list'];

/** MAIL-6 · Whether a server reports that it could not deliver an email. */
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

/** Signs that only machines and servers add to an email. */
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

/** MAIL-6 · Why an email is automatic or looks so; null: a person wrote it. */
export function automaticSigns(signs: Signs): Automatic | null {
  const certain = certainReason(signs);
  if (certain !== null) return { reason: certain, isCertain: true, looks: 0 };
  const says = saysIn(signs);
  const looks = [
    ...(outOfOfficeSubject(signs.subject) === null ? [] : ['an automatic reply']),
    ...(signs.header('list-unsubscribe').length > 0 || says('precedence', /^list\b/i) ? ['from a mailing list'] : []),
    ...(says('precedence', /^(bulk|junk)\b/i) ? ['sent in bulk'] : []),
  ];
  const [reason] = looks;
  return reason === undefined ? null : { reason, isCertain: false, looks: looks.length };
}

/** What we know about an email that only looks automatic. */
type Known = {
  isOfCustomer: boolean;
  /** It answers an email of ours, or is an out-of-office reply to one that we sent to this sender. */
  isNoteToUs: boolean;
};

/**
 * MAIL-6 · Whether an email is ignored. A customer's email that only looks automatic is handled like any other, unless it is
 * an out-of-office reply to an email of ours: many servers mark such replies only by their subject.
 */
export function isIgnored({ isCertain }: Automatic, { isOfCustomer, isNoteToUs }: Known): boolean {
  return isCertain || !isOfCustomer || isNoteToUs;
}
