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
