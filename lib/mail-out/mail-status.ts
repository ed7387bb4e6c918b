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

/** ADM-9 · As people read them in a sentence. */
const words: Readonly<Record<MailStatus | IncomingOutcome, string>> = {
  queued: 'waiting',
  sent: 'sent',
  failed: 'failed',
  suppressed: 'suppressed',
  received: 'being read',
  filed: 'filed',
  opened_case: 'opened a case',
  waits_for_review: 'waits for review',
  held_back: 'held back',
  ignored: 'changed nothing',
  discarded: 'discarded',
};

/** And where they stand alone. */
export const statusLabel = (status: MailStatus | IncomingOutcome): string =>
  words[status].charAt(0).toUpperCase() + words[status].slice(1);

/** MAIL-12, REL-9 · What became of a mail, and why: "suppressed: caller is an external user". */
export function mailFate(status: MailStatus | IncomingOutcome, reason: string): string {
  if (reason.startsWith(`${words[status]}: `)) return reason;
  return reason ? `${words[status]}: ${reason}` : words[status];
}
