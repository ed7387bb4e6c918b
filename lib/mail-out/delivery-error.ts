import type { Delivery } from './rules/next-try.ts';

/** What a failed try tells of itself. */
type SmtpError = { message?: string; code?: string; command?: string; responseCode?: number; response?: string };

const LONGEST = 500;

/** An error on one line, without what only the server and we may know. */
function lineOf(message: string, secrets: readonly string[]): string {
  const line = message.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return (
    secrets.reduce((text, secret) => text.replaceAll(secret, '…'), line).slice(0, LONGEST) || 'It could not be sent.'
  );
}

/** User name and password of the server's address, as they stand in it and as they are meant. */
export function secretsOf(url: string): string[] {
  const { username, password } = new URL(url);
  const parts = [username, password].flatMap((part) => [part, decodeURIComponent(part)]);
  return [...new Set(parts)].filter((part) => part.length > 2).toSorted((a, b) => b.length - a.length);
}

/** "550 5.1.1 no such user": there is nobody; 5.7 is the policy of the server and says nothing of the address. */
const NOBODY = /^55[013][ -](?!5\.7\.)(5\.1\.|(?!5\.))/;

/**
 * MAIL-2 · What a failed try was. A server that refuses the recipient or the mail itself with a 5xx will do so again; what it
 * says to our own name, address or password somebody can mend, and so it is with a server that is not there.
 */
export function deliveryOf(error: SmtpError, secrets: readonly string[]): Delivery & { outcome: 'failed' } {
  const { message = '', command = '', responseCode = 0, response = '' } = error;
  const ofMail = /^(RCPT TO|DATA)/.test(command);
  const refused = ofMail && responseCode >= 500 && responseCode !== 503;
  const unreachable = refused && command.startsWith('RCPT TO') && NOBODY.test(response);
  return { outcome: 'failed', error: lineOf(message, secrets), refused, unreachable };
}

/**
 * MAIL-2 · Whether the server itself cannot be used, whichever mail it is: it does not answer, takes leave (421), has no room or
 * is out of order (4.3), or says no to our name, password or address. What it says to a recipient or to a mail is of that mail.
 */
export function isServerAway({ responseCode, code, command = '', response = '' }: SmtpError): boolean {
  if (responseCode === undefined) return code !== 'EENVELOPE' && code !== 'EMESSAGE';
  return responseCode === 421 || !/^(RCPT TO|DATA)/.test(command) || /^4\d\d[ -]4\.3\./.test(response);
}
