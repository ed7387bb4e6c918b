import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { MailStatus } from '../mail-status.ts';

/** What the outbox says of a mail for which there was no address. */
export const NO_ADDRESS = 'no email address';

type Held = {
  status: MailStatus;
  reason: string;
  /** The one that it would go to: that of the mail, or that of its recipient by now. */
  address: string;
};

/** ADM-9 · What failed is sent again, and what had no address once there is one. What a rule held back stays held. */
export function mayResend({ status, reason, address }: Held): Verdict {
  if (status === 'failed') return yes;
  if (status !== 'suppressed') return no('ADM-9', `This email is ${status === 'sent' ? 'sent' : 'waiting'} already.`);
  if (reason !== NO_ADDRESS) return no('ADM-9', `This email was suppressed: ${reason}.`);
  return address ? yes : no('ADM-9', 'Its recipient still has no email address.');
}
