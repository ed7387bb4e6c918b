import { can, mayCreateFrom, mayRelateOn, mayWork } from '#lib/access/policy.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { type CaseState, caseStates } from '#lib/kinds/case/states.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import { type IncidentState, incidentStates } from '#lib/kinds/incident/states.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { SourceKind } from '#lib/record/link.ts';
import {
  type Creates,
  incidentLinkNames,
  isAssociable,
  isSingle,
  type LinkName,
  linkNames,
  links,
} from '#lib/record/link.ts';
import { isIntegrated, type Settings } from '#lib/settings/settings.ts';
import { recordIn, type Source } from './source.ts';

export type RelatedVerb = 'create' | 'associate' | 'remove';

/** The case or incident data that permissions depend on. */
export type LinkSource =
  | Pick<Case, 'kind' | 'accountId' | 'contactId' | 'consumerId' | 'majorCaseState'>
  | Pick<Incident, 'kind' | 'accountId' | 'contactId' | 'consumerId'>;

/** A menu item; `variant` selects what is created if a link has several variants. */
export type AdditionalAction = { verb: RelatedVerb; link: LinkName; label: string; variant?: Creates };

/** All items of one link: create, associate and remove. */
export function itemsOf(link: LinkName, kind: SourceKind = 'case'): AdditionalAction[] {
  const { creates, menu } = links[link];
  const makes = kind === 'case' ? creates : creates.filter((each) => 'ofIncident' in each);
  const made = makes.map(({ variant, label }): AdditionalAction => ({ verb: 'create', link, label, variant }));
  if (!isAssociable(link)) return made;
  return [
    ...made,
    { verb: 'associate', link, label: `Associate ${menu}` },
    { verb: 'remove', link, label: `Remove ${menu}` },
  ];
}

/** REL-2: a child gets its related records from its major case. INC-7: a resolved incident may still get a problem. */
function isWorked(source: Source): boolean {
  if (source.kind === 'incident') return incidentStates[source.state as IncidentState].phase !== 'final';
  return caseStates[source.state as CaseState].phase === 'open' && !source.parentId;
}

const mayEdit = (actor: Actor, source: Source) =>
  can(actor, 'edit', source.kind) &&
  mayWork(actor, source).ok &&
  (source.kind === 'incident' || mayRelateOn(actor, source).ok);

/** REL-1, INC-7 · The Additional Actions menu of a case or an incident. The server refuses anything else. */
export function additionalActions(source: Source, actor: Actor, settings: Settings): AdditionalAction[] {
  if (!isWorked(source) || !mayEdit(actor, source)) return [];
  return (source.kind === 'case' ? linkNames : incidentLinkNames).flatMap((link) => {
    const { kind, integration } = links[link];
    if (!isIntegrated(settings, integration)) return [];
    // Links with many records have a Remove button in each row instead.
    const has = isSingle(link) && recordIn(source, link) !== null;
    return itemsOf(link, source.kind).filter(
      ({ verb }) =>
        (verb === 'remove') === has &&
        (verb === 'create' ? mayCreateFrom(actor, source.kind, kind).ok : can(actor, 'link', kind)),
    );
  });
}

/** REL-16 · Links with many records have a Remove button in each row, for users who may associate such records. */
export function mayRemoveFromRows(offered: readonly AdditionalAction[], of: LinkName): boolean {
  return offered.some(({ verb, link }) => verb === 'associate' && link === of);
}
