import { AsyncLocalStorage } from 'node:async_hooks';
import { z } from 'zod';
import { Refusal } from './verdict.ts';

/** SYNC-MAJ-1 · What a person was shown before saving: how many child cases it changes, and how many emails it sends. */
export const Shown = z.object({ children: z.int().nonnegative(), emails: z.int().nonnegative() });
export type Shown = z.infer<typeof Shown>;

/** What a refusal that asks for confirmation tells the page: it goes through once these figures are confirmed. */
export type Question = { confirm: true; shown: Shown };

export const NOTHING_SHOWN: Shown = { children: 0, emails: 0 };

const confirmation = new AsyncLocalStorage<Shown>();

/** Runs what a person sent after having confirmed these figures. Work that runs without any asks nobody: a job, a seed, a test. */
export function withConfirmation<T>(shown: Shown, work: () => Promise<T>): Promise<T> {
  return confirmation.run(shown, work);
}

/** What the person who waits for the answer has confirmed; undefined: no person waits. */
export const confirmedFigures = () => confirmation.getStore();

const exceeds = (actual: Shown, shown: Shown) => actual.children > shown.children || actual.emails > shown.emails;

/** SYNC-MAJ-1 · Refused: more child cases or emails than the person was shown. Fewer are fine. */
export function enforceConfirmed(actual: Shown, message: string): void {
  const shown = confirmedFigures();
  if (!shown || actual.children === 0 || !exceeds(actual, shown)) return;
  const added = shown.children > 0 ? 'Child cases or emails were added since. ' : '';
  const details: Question = { confirm: true, shown: actual };
  throw new Refusal('SYNC-MAJ-1', `${added}${message}`, { details });
}
