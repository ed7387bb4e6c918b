import type { IncomingOutcome } from '#lib/platform/generated/prisma/client.ts';
import { historyLabel } from '#lib/task/history-label.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import type { ChangeLine } from './timeline-entry.ts';

export type Change = { field: string; from: string; to: string; version: number };

/** So much of a value is shown. */
export const LONGEST_VALUE = 240;

const short = (text: string) => (text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text);

/** REC-2 · A changed field: what it was called, was and is. Long texts are cut. */
export function changeLine(kind: TaskKind, { field, from, to }: Change): ChangeLine {
  return { label: historyLabel(kind, field), from: short(from), to: short(to) };
}

type MailFate = { status: 'queued' | 'sent' | 'failed' | 'suppressed'; reason: string };

const fates: Readonly<Record<MailFate['status'], string>> = {
  queued: 'waiting to be sent',
  sent: 'sent',
  failed: 'not delivered',
  suppressed: 'suppressed',
};

/** MAIL-12, REL-9 · What became of a mail, and why: "suppressed: caller is an external user". */
export function mailFate({ status, reason }: MailFate): string {
  if (reason.startsWith(`${status}: `)) return reason;
  return reason ? `${fates[status]}: ${reason}` : fates[status];
}

const outcomes: Readonly<Record<IncomingOutcome, string>> = {
  received: 'being read',
  filed: 'filed here',
  opened_case: 'opened this case',
  waits_for_review: 'waits for review',
  held_back: 'held back',
  ignored: 'changed nothing',
  discarded: 'discarded',
};

/** ADM-9 · What became of a mail that came in, and why. */
export function incomingFate({ outcome, reason }: { outcome: IncomingOutcome; reason: string }): string {
  return reason ? `${outcomes[outcome]}: ${reason}` : outcomes[outcome];
}
