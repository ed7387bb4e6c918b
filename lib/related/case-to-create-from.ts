import type { Case } from '#lib/kinds/case/definition.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { isSingle, type LinkName } from '#lib/record/link.ts';
import type { Settings } from '#lib/settings/settings.ts';
import { type CommandContext, ensureCause } from '#lib/write/command-context.ts';
import { lockRecord } from '#lib/write/lock.ts';
import { numberInLink } from './queries/number-in-link.ts';
import { fieldIsFree } from './rules/has-room.ts';
import { integrationIsActive, isPermittedToRelate, mayRelate } from './rules/may-relate.ts';
import { lockSource, type Source } from './source.ts';
import type { SourceNumber } from './source-ref.ts';

/** ACC-5, REL-4 · Refuses if the actor cannot create from a visible case or incident now: the role first, then the rules. */
export async function enforceMayCreateFrom(
  { tx, actor, settings }: { tx: Db; actor: Actor; settings: Settings },
  source: Source,
  link: LinkName,
): Promise<void> {
  enforce(isPermittedToRelate(actor, source, 'create', link));
  enforce(integrationIsActive(link, settings));
  if (isSingle(link)) enforce(fieldIsFree(source, link, await numberInLink(tx, source, link)));
  enforce(mayRelate(actor, source, 'create', link, settings));
}

/** REL-5, REL-16 · Locks the case or incident from which a record is created. Refused: REL-4 if it has one already. */
export async function sourceToCreateFrom(context: CommandContext, of: SourceNumber, link: LinkName): Promise<Source> {
  const source = await lockSource(context, of);
  await enforceMayCreateFrom(context, source, link);
  ensureCause(context, source.id);
  return source;
}

/** REL-5 · The same for a case. */
export async function caseToCreateFrom(context: CommandContext, number: string, link: LinkName): Promise<Case> {
  const theCase = await lockRecord(context, 'case', number);
  await enforceMayCreateFrom(context, theCase, link);
  ensureCause(context, theCase.id);
  return theCase;
}
