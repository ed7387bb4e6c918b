/** What tells of a machine that it wrote a mail. */
type Signs = {
  header: (name: string) => string[];
  from: readonly { address: string }[];
  subject: string;
};

/** What out-of-office notes are called where a server does not mark them. */
const NOTE =
  /^(automatic reply|auto(matic)?[- ]?reply|out of (the )?office|automatische antwort|abwesenheits(notiz|nachricht)|자동 ?회신|부재중|自動応答|自動返信|不在通知)\s?[:：]/i;

const MACHINE = /^(mailer-daemon|postmaster|mail-daemon|mdaemon)@/;

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

/** MAIL-6 · Why a mail is none that a person wrote to us; null: it may be. */
export function automaticReason({ header, from, subject }: Signs): string | null {
  const says = (name: string, pattern: RegExp) => header(name).some((value) => pattern.test(value.trim()));
  if (says('content-type', /^multipart\/report/i)) return 'a report of a mail server';
  if (says('auto-submitted', /^(?!no\b)\S/i)) return 'an automatic reply';
  if (['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply'].some((name) => says(name, /^(?!no\b)\S/i)))
    return 'an automatic reply';
  if (NOTE.test(subject)) return 'an automatic reply';
  if (['list-id', 'list-post', 'list-unsubscribe', 'x-mailing-list'].some((name) => header(name).length > 0))
    return 'from a mailing list';
  if (says('precedence', /^(list)\b/i)) return 'from a mailing list';
  if (says('precedence', /^(bulk|junk|auto[_-]?reply)\b/i)) return 'sent in bulk';
  if (says('return-path', /^<\s*>$/)) return 'sent by a machine: it has no return address';
  return from.some(({ address }) => MACHINE.test(address)) ? 'sent by a mail server' : null;
}
