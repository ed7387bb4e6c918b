import type { Case } from '#lib/case/definition.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { integrationIsActive, isPermittedToRelate, mayRelate } from '#lib/related/rules/may-relate.ts';
import { type CommandContext, causeOf } from '#lib/task/command-context.ts';
import { lockRecord } from '#lib/task/lock.ts';

/** REL-8, REL-16 · Locks the case that somebody may order for. */
export async function caseToOrderFor(context: CommandContext, number: string): Promise<Case> {
  const theCase = await lockRecord(context, 'case', number);
  enforce(
    isPermittedToRelate(context.actor, theCase, 'create', 'request'),
    integrationIsActive('request', context.settings),
    mayRelate(context.actor, theCase, 'create', 'request', context.settings),
  );
  causeOf(context, theCase.id);
  return theCase;
}
