/** Why an email reached nobody, in plain words; `raw`: the server's own text, if the reason is one. */
export type MailFailure = { because: string; todo: string; raw: string };

const unanswered = {
  because: 'an email server did not answer',
  todo: 'Try again later. If it keeps failing, tell your administrator.',
};

const forNow = { because: "the customer's email server did not accept it for now", todo: 'Try again later.' };

/** What the answers of email servers mean (RFC 3463), the first match first. The codes are no part of an IP address. */
const meanings: readonly { is: RegExp; because: string; todo: string }[] = [
  { is: /\bE(CONN|TIMED|HOST|NET|NOTFOUND|AI|PIPE|DNS|SOCKET|TLS|PROTOCOL)/, ...unanswered },
  {
    is: /(?<![\d.])5\.1\.[1-36](?![\d.])|(no such|unknown|invalid) (user|box|mailbox|recipient|address)|user unknown|does not exist/i,
    because: 'the email address does not exist',
    todo: 'Correct the email address, then notify the customer again.',
  },
  {
    is: /(?<![\d.])[45]\.2\.2(?![\d.])|mailbox (is )?full|over quota|quota exceeded/i,
    because: 'the mailbox is full',
    todo: 'Reach the customer in another way, or try again later.',
  },
  { is: /^4\d\d\b|(?<![\d.])4\.\d\.\d/, ...forNow },
  {
    is: /(?<![\d.])5\.7\.\d|spam|blocked|blacklist|policy/i,
    because: "the customer's email server refuses our emails",
    todo: 'Reach the customer in another way, and tell your administrator.',
  },
  { is: /[Tt]ime(d |-)?out|[Gg]reeting|[Nn]obody answered|[Cc]onnection/, ...unanswered },
  { is: /(?<![\d.])4\d\d(?![\d.])/, ...forNow },
  {
    is: /(?<![\d.])5\d\d(?![\d.])|(?<![\d.])5\.\d\.\d|rejected|refused/i,
    because: "the customer's email server refused it",
    todo: 'Check the email address, or reach the customer in another way.',
  },
];

/** MAIL-2 · A reason of an email as a user reads it. A reason of the product's own is plain already. */
export function mailFailure(reason: string): MailFailure {
  const raw = reason.replace(/^cannot be reached: /, '');
  const known = meanings.find(({ is }) => is.test(raw));
  if (known) return { because: known.because, todo: known.todo, raw };
  if (raw !== reason)
    return {
      because: 'an earlier email came back',
      todo: 'Check the email address, then notify the customer again.',
      raw,
    };
  return { because: reason, todo: '', raw: '' };
}
