/** The statuses of an outgoing email. */
export const mailStatuses = ['queued', 'sent', 'failed', 'suppressed'] as const;

export type MailStatus = (typeof mailStatuses)[number];

/** NOT-3 · Why a waiting email is not sent for now. */
export const STOPPED = 'its message was stopped';

/** MAIL-3 to MAIL-6 · The outcomes of an incoming email. */
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

/** ADM-9 · The wording inside a sentence. */
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

/** The wording as a label. */
export const statusLabel = (status: MailStatus | IncomingOutcome): string =>
  words[status].charAt(0).toUpperCase() + words[status].slice(1);

/** MAIL-12, REL-9 · The outcome of an email, and why: "suppressed: caller is an external user". */
export function mailOutcomeText(status: MailStatus | IncomingOutcome, reason: string): string {
  if (reason.startsWith(`${words[status]}: `)) return reason;
  return reason ? `${words[status]}: ${reason}` : words[status];
}
