import { ExactTime } from '#components/ui/exact-time.tsx';
import { TextLink } from '#components/ui/link.tsx';
import type { Health } from '#lib/jobs/queries/health.ts';
import { notWorking, type Part } from './not-working.tsx';

/** An email that has been unread for longer than this, in milliseconds, points to a fault. */
const LONG = 5 * 60_000;

/** ADM-11 · Whether the product accepts emails by SMTP, and where. */
export function listening({ at, unreachable, comesLater }: Health['listener']): Part {
  const name = 'Receiving emails';
  if (at === null) return { name, tone: 'muted', state: 'Not set up', children: 'MAIL_LISTEN is not set.' };
  if (unreachable)
    return notWorking(name, {
      says: (
        <>
          No server is listening at {at} since <ExactTime at={unreachable.since} />. Sending servers retry for several
          days. Casebridge retries every minute.
        </>
      ),
      problem: unreachable.error,
      todo: 'Check that the address in MAIL_LISTEN belongs to this machine and that its port is free.',
    });
  if (comesLater === null)
    return { name, tone: 'green', state: 'Working', children: `Emails are received by SMTP at ${at}.` };
  return {
    name,
    tone: 'amber',
    state: 'Limited',
    children: (
      <>
        <p>
          {comesLater}: their servers are asked to send further ones later. Emails from known senders are still received
          at {at}.
        </p>
        <p>
          <TextLink href="/workspace/mail-review">Review the waiting emails</TextLink>
        </p>
      </>
    ),
  };
}

/** ADM-11 · How many received emails wait to be processed, and since when. */
export function readingIncoming({ unread, since }: Health['incoming'], now: Date): Part {
  const name = 'Reading emails';
  if (unread === 0 || !since)
    return { name, tone: 'green', state: 'Working', children: 'No emails are waiting to be read.' };
  const isLate = now.getTime() - since.getTime() > LONG;
  return {
    name,
    tone: isLate ? 'amber' : 'green',
    state: isLate ? 'Behind' : 'Working',
    children: (
      <>
        {unread === 1 ? '1 email is waiting' : `${unread} emails are waiting`} to be read, the oldest since{' '}
        <ExactTime at={since} />.
      </>
    ),
  };
}
