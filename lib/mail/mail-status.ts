/** What becomes of a mail of ours. */
export const mailStatuses = ['queued', 'sent', 'failed', 'suppressed'] as const;

export type MailStatus = (typeof mailStatuses)[number];

/** NOT-3 · Why a mail that waits is not sent for now. */
export const STOPPED = 'its message was stopped';

/** MAIL-3 to MAIL-6 · What becomes of a mail that comes in. */
export const incomingOutcomes = [
  'received',
  'filed',
  'opened_case',
  'waits_for_review',
  'held_back',
  'ignored',
  'discarded',
] as const;

export type IncomingOutcome = (typeof incomingOutcomes)[number];

/** ADM-9 · As people read them. */
export const statusLabels: Readonly<Record<MailStatus | IncomingOutcome, string>> = {
  queued: 'Waiting',
  sent: 'Sent',
  failed: 'Failed',
  suppressed: 'Suppressed',
  received: 'Received',
  filed: 'Filed',
  opened_case: 'Opened a case',
  waits_for_review: 'Waits for review',
  held_back: 'Held back',
  ignored: 'Ignored',
  discarded: 'Discarded',
};
