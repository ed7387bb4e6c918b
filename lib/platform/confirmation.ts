import { AsyncLocalStorage } from 'node:async_hooks';
import { z } from 'zod';
import { Refusal } from './verdict.ts';

/** SYNC-MAJ-1 · What the user saw before saving: how many child cases change, and how many emails are sent. */
export const Shown = z.object({ children: z.int().nonnegative(), emails: z.int().nonnegative() });
export type Shown = z.infer<typeof Shown>;

/**
 * Details of a refusal that asks for confirmation: the command succeeds once these figures are confirmed. `effects`: what
 * follows, for a dialog whose title says how many child cases change.
 */
export type Question = { confirm: true; shown: Shown; effects: string };

export const NOTHING_SHOWN: Shown = { children: 0, emails: 0 };

const confirmation = new AsyncLocalStorage<Shown>();

/** Runs a command with the figures that the user confirmed. Jobs, seeds and tests run without figures and ask nobody. */
export function withConfirmation<T>(shown: Shown, work: () => Promise<T>): Promise<T> {
  return confirmation.run(shown, work);
}

/** The figures that the waiting user has confirmed; undefined: no user waits. */
export const confirmedFigures = () => confirmation.getStore();

const exceeds = (actual: Shown, shown: Shown) => actual.children > shown.children || actual.emails > shown.emails;

/** SYNC-MAJ-1 · Refuses more child cases or emails than the user saw. Fewer are fine. */
export function enforceConfirmed(actual: Shown, { message, effects }: { message: string; effects: string }): void {
  const shown = confirmedFigures();
  if (!shown || actual.children === 0 || !exceeds(actual, shown)) return;
  const added = shown.children > 0 ? 'Child cases or emails were added since. ' : '';
  const details: Question = { confirm: true, shown: actual, effects: `${added}${effects}`.trim() };
  throw new Refusal('SYNC-MAJ-1', `${added}${message}`, { details });
}
