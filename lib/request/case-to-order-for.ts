import type { Case } from '#lib/case/definition.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { integrationIsActive, mayRelate } from '#lib/related/rules/may-relate.ts';
import { lockRecord } from '#lib/task/lock.ts';
import { causeOf, type Run } from '#lib/task/run.ts';

/** REL-8, REL-16 · Locks the case that somebody may order for. */
export async function caseToOrderFor(run: Run, number: string): Promise<Case> {
  const theCase = (await lockRecord(run, 'case', number)) as Case;
  enforce(
    integrationIsActive('request', run.settings),
    mayRelate(run.actor, theCase, 'create', 'request', run.settings),
  );
  await causeOf(run, theCase.id);
  return theCase;
}
