import type { NotifyRunState } from '#lib/platform/generated/prisma/client.ts';

/** NOT-3 · A message to many customers and its progress. */
export type RunProgress = {
  id: string;
  state: NotifyRunState;
  text: string;
  /** The text as HTML, with variables described in words. */
  html: string;
  sender: string;
  confirmedBy: string | null;
  createdAt: string;
  finishedAt: string | null;
  cases: { queued: number; told: number; skipped: number };
  people: { queued: number; mailed: number; skipped: number };
  /** `stopped`: queued emails that are held because the run was stopped. */
  mails: { queued: number; stopped: number; sent: number; failed: number; suppressed: number };
  /** Why cases and people were left out, with counts and the first names. */
  leftOut: { reason: string; count: number; names: string[] }[];
  /** The first emails that failed. */
  failed: { name: string; address: string; error: string }[];
  may: { stop: boolean; resume: boolean; confirm: boolean; retry: boolean };
};

/** NOT-3 · Work remains, so the page keeps updating its progress. */
export function isInProgress({ state, mails }: Pick<RunProgress, 'state' | 'mails'>): boolean {
  return state === 'running' || mails.queued > 0;
}
