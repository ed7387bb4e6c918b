import type { Case } from '#lib/case/definition.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { type CommandContext, causeOf } from '#lib/task/command-context.ts';
import { lockRecord } from '#lib/task/lock.ts';
import { isSingle, type LinkName } from './link.ts';
import { numberInLink } from './queries/number-in-link.ts';
import { caseHasNoneYet, integrationIsActive, isPermittedToRelate, mayRelate } from './rules/may-relate.ts';

/** REL-5, REL-16 · Locks the case that somebody may create a record from now. Refused: REL-4 where it has one already. */
export async function caseToCreateFrom(context: CommandContext, number: string, link: LinkName): Promise<Case> {
  const theCase = await lockRecord(context, 'case', number);
  enforce(isPermittedToRelate(context.actor, theCase, 'create', link), integrationIsActive(link, context.settings));
  if (isSingle(link)) enforce(caseHasNoneYet(theCase, link, await numberInLink(context.tx, theCase, link)));
  enforce(mayRelate(context.actor, theCase, 'create', link, context.settings));
  causeOf(context, theCase.id);
  return theCase;
}
