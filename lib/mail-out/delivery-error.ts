import type { Delivery } from './rules/next-try.ts';

/** The error of a failed try. */
type SmtpError = { message?: string; code?: string; command?: string; responseCode?: number; response?: string };

const LONGEST = 500;

/** An error on one line, without our secrets. */
function lineOf(message: string, secrets: readonly string[]): string {
  const line = message.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return (
    secrets.reduce((text, secret) => text.replaceAll(secret, '…'), line).slice(0, LONGEST) || 'It could not be sent.'
  );
}

/** User name and password of the server's URL, both as written and decoded. */
export function secretsOf(url: string): string[] {
  const { username, password } = new URL(url);
  const parts = [username, password].flatMap((part) => [part, decodeURIComponent(part)]);
  return [...new Set(parts)].filter((part) => part.length > 2).toSorted((a, b) => b.length - a.length);
}

/** "550 5.1.1 no such user": the mailbox does not exist. 5.7 is a server policy and says nothing about the address. */
const NOBODY = /^55[013][ -](?!5\.7\.)(5\.1\.|(?!5\.))/;

/**
 * MAIL-2 · The kind of failure. A 5xx for the recipient or the email is final. An error about our name, address or password
 * can be fixed, as can an unreachable server.
 */
export function deliveryOf(error: SmtpError, secrets: readonly string[]): Delivery & { outcome: 'failed' } {
  const { message = '', command = '', responseCode = 0, response = '' } = error;
  const ofMail = /^(RCPT TO|DATA)/.test(command);
  const refused = ofMail && responseCode >= 500 && responseCode !== 503;
  const unreachable = refused && command.startsWith('RCPT TO') && NOBODY.test(response);
  return { outcome: 'failed', error: lineOf(message, secrets), refused, unreachable };
}

/**
 * MAIL-2 · Whether the server is unavailable for every email: it does not answer, closes the session (421), is full or out of
 * order (4.3), or rejects our name, password or address. An error about a recipient or an email concerns only that email.
 */
export function isServerAway({ responseCode, code, command = '', response = '' }: SmtpError): boolean {
  if (responseCode === undefined) return code !== 'EENVELOPE' && code !== 'EMESSAGE';
  return responseCode === 421 || !/^(RCPT TO|DATA)/.test(command) || /^4\d\d[ -]4\.3\./.test(response);
}
