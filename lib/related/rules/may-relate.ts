import { may, mayCreateFromCase, mayRelateOn, maySeeCustomerOf } from '#lib/access/policy.ts';
import type { Case } from '#lib/case/definition.ts';
import { caseIsWorked } from '#lib/case/rules/unanswered.ts';
import { caseIsNotClosed } from '#lib/case/rules/validate-update.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { isIntegrated, type Settings } from '#lib/property/settings.ts';
import { definitions } from '#lib/task/definitions.ts';
import type { TaskRecord } from '#lib/task/record.ts';
import { additionalActions, mayRemoveFromRows, type RelatedVerb, type WhoseCase } from '../additional-actions.ts';
import { type LinkName, links } from '../link.ts';

/** REL-3 · An integration that is off answers so, whatever is asked of it. */
export function integrationIsActive(link: LinkName, settings: Settings): Verdict {
  if (isIntegrated(settings, links[link].integration)) return yes;
  return no('REL-3', `The integration ${links[link].integration} is not active.`);
}

/** REL-4 · A case has at most one record in each field; who comes second learns which. */
export function caseHasNoneYet(theCase: Case, link: LinkName, present: string | null): Verdict {
  if (present === null) return yes;
  return no('REL-4', `${theCase.number} already has ${links[link].noun.toLowerCase()} ${present}.`);
}

/** REL-8, REL-16 · What a case has many of, such as requests, belongs to one case at most; a hidden one is not named. */
export function hasNoCaseYet(record: TaskRecord, present: { number: string; readable: boolean } | null): Verdict {
  if (present === null) return yes;
  const named = present.readable ? `case ${present.number}` : 'another case';
  return no('REL-8', `${record.number} already belongs to ${named}.`, 'number');
}

/** REL-12 · What is removed is what the case has. */
export function caseHas(theCase: Case, link: LinkName, present: string | null, number: string): Verdict {
  if (present === number) return yes;
  return no('REL-12', `${theCase.number} no longer has ${links[link].noun.toLowerCase()} ${number}.`);
}

/** REL-10 · Only an open record can be associated. */
export function recordIsOpen(record: Pick<TaskRecord, 'kind' | 'number' | 'state'>): Verdict {
  const state = definitions[record.kind].states[record.state];
  if (state?.phase === 'open') return yes;
  return no(
    'REL-10',
    `${record.number} is ${state?.label ?? record.state}: only an open record can be associated.`,
    'number',
  );
}

/** REL-2 · A child of a major case gets its related records from there. */
export function caseIsNoChild(theCase: Case): Verdict {
  return theCase.parentId ? no('REL-2', `${theCase.number} uses the related records of its major case.`) : yes;
}

/** REL-16, REL-1 · Whether the roles allow it: write on the case, the role for the other record, and both on a major case. */
export function isPermittedToRelate(actor: Actor, theCase: WhoseCase, verb: RelatedVerb, link: LinkName): Verdict {
  return first(
    may(actor, 'edit', 'case'),
    maySeeCustomerOf(actor, theCase),
    verb === 'create' ? mayCreateFromCase(actor, links[link].kind) : may(actor, 'link', links[link].kind),
    mayRelateOn(actor, theCase),
  );
}

/** REL-16, REL-1 · Both records are asked for permission; then the menu has to offer it. */
export function mayRelate(actor: Actor, theCase: Case, verb: RelatedVerb, link: LinkName, settings: Settings): Verdict {
  const menu = additionalActions(theCase, actor, settings);
  const offered =
    verb === 'remove' && links[link].many
      ? mayRemoveFromRows(menu, link)
      : menu.some((item) => item.verb === verb && item.link === link);
  return first(
    isPermittedToRelate(actor, theCase, verb, link),
    caseIsNotClosed(theCase),
    caseIsNoChild(theCase),
    caseIsWorked(theCase),
    offered ? yes : no('REL-1', `${theCase.number} does not offer this now.`),
  );
}
