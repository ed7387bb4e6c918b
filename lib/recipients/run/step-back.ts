import { failedAgain, untried } from '#lib/jobs/next-try.ts';
import { type Db, db } from '#lib/platform/db.ts';
import { log } from '#lib/platform/log.ts';
import type { TakenRun } from './take-run.ts';

/** MAJ-5 · A step of a run has failed: others go first, and at last it stops, until somebody lets it go on. What was wrong is in the log. */
export async function stepBack({ id, tries }: TakenRun, error: unknown): Promise<void> {
  const data = failedAgain(tries);
  log.error({ err: error, run: id, tries: data.tries }, 'Child cases could not be created');
  // Whoever has stopped it meanwhile has.
  await db().childCaseRun.updateMany({
    where: { id, state: 'running', tries },
    data: { ...data, ...(data.nextTryAt ? {} : { state: 'stopped' }) },
  });
}

/** MAJ-5 · A step of a run that had failed is done. */
export async function goesOn(tx: Db, id: string): Promise<void> {
  await tx.childCaseRun.update({ where: { id }, data: untried });
}
