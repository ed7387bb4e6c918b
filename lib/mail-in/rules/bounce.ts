import { messageIdsIn } from '../raw-headers.ts';

/** MAIL-6 · A server's report of an email that it could not deliver. */
export type Bounce = {
  /** The permanently failed addresses, with the server's reason. */
  failed: { address: string; said: string; isGone: boolean }[];
  /** The Message-IDs of emails that the report may be about. */
  messageIds: string[];
};

type Returned = {
  report: string;
  returned: string;
  text: string;
  answers: readonly string[];
  header: (name: string) => string[];
};

const field = (block: string, name: string) =>
  new RegExp(`^${name}\\s*:[ \\t]*([^\\n]{1,500}(?:\\n[ \\t]+[^\\n]{1,500}){0,4})`, 'im')
    .exec(block)?.[1]
    ?.replaceAll(/\s+/g, ' ')
    .trim() ?? '';

const addressIn = (value: string) => /[^\s;<>:"]{1,150}@[^\s;<>"]{1,250}/.exec(value)?.[0].toLowerCase() ?? '';

/** A rejected email says nothing about its address; a missing or long full mailbox means that the address is unreachable. */
const isGone = (status: string) => !/^5\.(3|6|7)\./.test(status);

/** The failed recipients of a standard report; a delay is not a failure. */
function reported(report: string): Bounce['failed'] {
  return report.split(/\n\s*\n/).flatMap((block) => {
    const address = addressIn(field(block, 'original-recipient')) || addressIn(field(block, 'final-recipient'));
    const [action, status] = [field(block, 'action').toLowerCase(), field(block, 'status')];
    if (!address || action !== 'failed' || status.startsWith('4.')) return [];
    const reason = `${status} ${field(block, 'diagnostic-code')}`.trim() || 'It could not be delivered.';
    return [{ address, said: reason.slice(0, 500), isGone: isGone(status) }];
  });
}

/** Servers without a standard report: Exim names the recipients in a header, qmail in the text. */
function failureInText({ header, text }: Returned): Bounce['failed'] {
  const named = header('x-failed-recipients').flatMap((value) => value.split(',').map(addressIn));
  const quoted = /^<([^\s<>@]{1,150}@[^\s<>]{1,250})>:$/m.exec(text)?.[1]?.toLowerCase() ?? '';
  const status = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0] ?? '';
  const reason = /^.{0,200}\b55\d\b.{0,300}$/m.exec(text)?.[0].trim() ?? 'It could not be delivered.';
  return [...named, quoted].flatMap((address) => (address ? [{ address, said: reason, isGone: isGone(status) }] : []));
}

/** MAIL-6 · Parses a bounce. */
export function readBounce(mail: Returned): Bounce {
  const failed = reported(mail.report.replaceAll('\r', ''));
  const returned = `${mail.returned}\n${mail.text}`.slice(0, 200_000).replaceAll('\r', '');
  const names = [...returned.matchAll(/^message-id:\s{0,5}([^\n]{1,300})/gim)].flatMap(([, value = '']) =>
    messageIdsIn(value),
  );
  return {
    failed: failed.length > 0 || mail.report ? failed : failureInText(mail),
    messageIds: [...names, ...mail.answers].slice(0, 200),
  };
}
