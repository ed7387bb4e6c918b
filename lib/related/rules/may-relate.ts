import { may, mayCreateFrom, mayRelateOn, maySeeCustomerOf } from '#lib/access/policy.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { caseIsOpen } from '#lib/kinds/case/rules/unanswered.ts';
import { caseIsNotClosed } from '#lib/kinds/case/rules/validate-update.ts';
import { definitions } from '#lib/kinds/definitions.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { type LinkName, links } from '#lib/record/link.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { isIntegrated, type Settings } from '#lib/settings/settings.ts';
import { additionalActions, type LinkSource, mayRemoveFromRows, type RelatedVerb } from '../additional-actions.ts';
import type { Source } from '../source.ts';

/** REL-3 · Refuses everything of an integration that is off. */
export function integrationIsActive(link: LinkName, settings: Settings): Verdict {
  if (isIntegrated(settings, links[link].integration)) return yes;
  return no('REL-3', `The integration ${links[link].integration} is not active.`);
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

/** REL-2 · A child of a major case gets its related records from the major case. */
export function caseIsNoChild(theCase: Case): Verdict {
  return theCase.parentId ? no('REL-2', `${theCase.number} uses the related records of its major case.`) : yes;
}

/** INC-7 · The related records of an ended incident cannot change. */
function incidentIsNotOver({ number, state }: Source): Verdict {
  const { phase, label } = definitions.incident.states[state] ?? { phase: 'open', label: state };
  if (phase !== 'final') return yes;
  return no('INC-7', `${number} is ${label}: its related records can no longer be changed.`);
}

/** REL-16, REL-1 · Needed roles: write on the case or incident, the role for the other record, and both on a major case. */
export function isPermittedToRelate(actor: Actor, source: LinkSource, verb: RelatedVerb, link: LinkName): Verdict {
  const { kind } = links[link];
  return first(
    may(actor, 'edit', source.kind),
    maySeeCustomerOf(actor, source),
    verb === 'create' ? mayCreateFrom(actor, source.kind, kind) : may(actor, 'link', kind),
    source.kind === 'case' ? mayRelateOn(actor, source) : yes,
  );
}

/** REL-16, REL-1 · Both records must permit it, and the menu must offer it. */
export function mayRelate(
  actor: Actor,
  source: Source,
  verb: RelatedVerb,
  link: LinkName,
  settings: Settings,
): Verdict {
  const menu = additionalActions(source, actor, settings);
  const offered =
    verb === 'remove' && links[link].many
      ? mayRemoveFromRows(menu, link)
      : menu.some((item) => item.verb === verb && item.link === link);
  return first(
    isPermittedToRelate(actor, source, verb, link),
    ...(source.kind === 'case'
      ? [caseIsNotClosed(source), caseIsNoChild(source), caseIsOpen(source)]
      : [incidentIsNotOver(source)]),
    offered ? yes : no('REL-1', `${source.number} does not offer this now.`),
  );
}
