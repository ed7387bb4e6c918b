import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { MailStatus } from '../mail-status.ts';

/** The outbox's reason if a recipient had no address. */
export const NO_ADDRESS = 'no email address';

type Held = {
  status: MailStatus;
  reason: string;
  /** The address to resend to: the email's own or the recipient's current one. */
  address: string;
};

/** ADM-9 · Failed emails can be resent, and emails without an address once there is one. Emails held by a rule cannot. */
export function mayResend({ status, reason, address }: Held): Verdict {
  if (status === 'failed') return yes;
  if (status !== 'suppressed') return no('ADM-9', `This email is ${status === 'sent' ? 'sent' : 'waiting'} already.`);
  if (reason !== NO_ADDRESS) return no('ADM-9', `This email was suppressed: ${reason}.`);
  return address ? yes : no('ADM-9', 'Its recipient still has no email address.');
}
