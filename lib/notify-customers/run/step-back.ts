import { now } from '#lib/platform/clock.ts';
import { type Db, db } from '#lib/platform/db.ts';
import { log } from '#lib/platform/log.ts';
import type { TakenRun } from './take-run.ts';

/** Minutes from each step that failed to the next try; after the last of them the run is stopped. */
const TRY_AFTER = [1, 5, 30];

/** What stands in a run of which no step has failed since the last one that did not. */
export const untried = { tries: 0, nextTryAt: null, problem: '' };

const PROBLEM = 'an error on our side';

/** NOT-3 · A step of a run has failed: others go first, and at last it stops, until somebody lets it go on. What was wrong is in the log. */
export async function stepBack({ id, tries }: TakenRun, error: unknown): Promise<void> {
  const minutes = TRY_AFTER[tries];
  log.error({ err: error, run: id, tries: tries + 1 }, 'A message to customers could not be carried on');
  const next = minutes === undefined ? null : new Date(now().getTime() + minutes * 60_000);
  const data = { tries: tries + 1, nextTryAt: next, problem: PROBLEM };
  // Whoever has stopped it meanwhile has.
  await db().notifyRun.updateMany({
    where: { id, state: 'running', tries },
    data: { ...data, ...(next ? {} : { state: 'stopped' }) },
  });
}

/** NOT-3 · A step of a run that had failed is done. */
export async function goesOn(tx: Db, id: string): Promise<void> {
  await tx.notifyRun.update({ where: { id }, data: untried });
}
