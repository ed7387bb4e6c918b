import { StateBadge, type Tone } from '#components/ui/badge.tsx';
import { type IncomingOutcome, type MailStatus, statusLabel } from '#lib/mail-out/mail-status.ts';

const tones: Readonly<Record<MailStatus | IncomingOutcome, Tone>> = {
  queued: 'amber',
  sent: 'green',
  failed: 'red',
  suppressed: 'muted',
  received: 'grey',
  filed: 'green',
  opened_case: 'green',
  waits_for_review: 'amber',
  held_back: 'amber',
  ignored: 'muted',
  discarded: 'muted',
};

/** ADM-9 · an email's status. */
export function MailStatusBadge({ status }: { status: MailStatus | IncomingOutcome }) {
  return <StateBadge tone={tones[status]}>{statusLabel(status)}</StateBadge>;
}
