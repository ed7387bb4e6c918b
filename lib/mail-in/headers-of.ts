import type { IncomingMail } from '#lib/platform/generated/prisma/client.ts';
import { property, type Settings } from '#lib/settings/settings.ts';
import type { ParsedMail } from './parse-mail.ts';
import { senderVerdict } from './rules/authentication.ts';

/** The data that is stored for every email, whatever its outcome. */
export type Headers = Pick<
  IncomingMail,
  'fromAddress' | 'fromName' | 'toAddresses' | 'subject' | 'verdict' | 'authentication' | 'text'
>;

/** MAIL-8 · The claimed sender of an email, and whether the receiving server verified it. */
export function headersOf(mail: ParsedMail, settings: Settings): Headers {
  const [from = { address: '', name: '' }] = mail.from;
  const trusted = property(settings, 'mail.authentication_server');
  return {
    fromAddress: from.address,
    fromName: from.name.slice(0, 200),
    toAddresses: mail.to.slice(0, 100),
    subject: mail.subject,
    text: mail.text,
    ...senderVerdict(mail.header('authentication-results'), { trusted, address: from.address }),
  };
}
