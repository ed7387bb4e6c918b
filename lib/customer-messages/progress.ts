import type { NotifyRunState } from '#lib/platform/generated/prisma/client.ts';

/** NOT-3 · A message to many customers, and how far it has come. */
export type RunProgress = {
  id: string;
  state: NotifyRunState;
  text: string;
  /** The same to be read: its Markdown drawn, its variables in words. */
  html: string;
  sender: string;
  confirmedBy: string | null;
  createdAt: string;
  finishedAt: string | null;
  cases: { queued: number; told: number; skipped: number };
  people: { queued: number; mailed: number; skipped: number };
  /** `stopped`: they would wait to be sent, were the run not stopped. */
  mails: { queued: number; stopped: number; sent: number; failed: number; suppressed: number };
  /** Why cases and people were left out: how many of each, and the first of them. */
  leftOut: { reason: string; count: number; names: string[] }[];
  /** The first emails that failed. */
  failed: { name: string; address: string; error: string }[];
  may: { stop: boolean; goOn: boolean; confirm: boolean; retry: boolean };
};

/** NOT-3 · Something of it is still to come: what is shown of it changes by itself. */
export function isUnderWay({ state, mails }: Pick<RunProgress, 'state' | 'mails'>): boolean {
  return state === 'running' || mails.queued > 0;
}
