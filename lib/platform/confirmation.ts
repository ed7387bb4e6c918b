import { AsyncLocalStorage } from 'node:async_hooks';
import { z } from 'zod';
import { Refusal } from './verdict.ts';

/** The characters of an id that tell it from the other ids of a family: 32 random bits. */
const END = 8;

/** SYNC-MAJ-1 · What the user saw before saving: how many child cases change, and how many emails are sent. */
export const Shown = z.object({
  children: z.int().nonnegative(),
  emails: z.int().nonnegative(),
  /** Which child cases: the ends of their ids, short as there may be thousands. Absent: only the figures are compared. */
  which: z.array(z.string().max(END)).max(100_000).optional(),
});
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

/** The figures of a command that changes these child cases. */
export const shownWith = (figures: Pick<Shown, 'children' | 'emails'>, ids: readonly string[]): Shown => ({
  ...figures,
  which: [...new Set(ids.map((id) => id.slice(-END)))].toSorted(),
});

/** How many child cases the user was not shown, though as many others may have gone. */
function unseen({ children, which = [] }: Shown, shown: Shown): number {
  if (!shown.which) return Math.max(0, children - shown.children);
  return new Set(which).difference(new Set(shown.which)).size;
}

const wereAdded = (count: number, what: string) =>
  count > 0 ? `${count === 1 ? `1 ${what} was` : `${count.toLocaleString('en')} ${what}s were`} added since. ` : '';

/** SYNC-MAJ-1 · Refuses a child case that the user did not see, and more emails. Fewer are fine. */
export function enforceConfirmed(actual: Shown, { message, effects }: { message: string; effects: string }): void {
  const shown = confirmedFigures();
  if (!shown || actual.children === 0) return;
  const [cases, emails] = [unseen(actual, shown), Math.max(0, actual.emails - shown.emails)];
  if (cases + emails === 0) return;
  const added = shown.children > 0 ? `${wereAdded(cases, 'child case')}${wereAdded(emails, 'email')}` : '';
  const details: Question = { confirm: true, shown: actual, effects: `${added}${effects}`.trim() };
  throw new Refusal('SYNC-MAJ-1', `${added}${message}`, { details });
}
