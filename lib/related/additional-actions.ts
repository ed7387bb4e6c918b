import { can, mayCreateFromCase, mayRelateOn, mayWork } from '#lib/access/policy.ts';
import type { Case } from '#lib/case/definition.ts';
import { type CaseState, caseStates } from '#lib/case/states.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { isIntegrated, type Settings } from '#lib/property/settings.ts';
import { type Creates, isAssociable, isSingle, type LinkName, linkNames, links } from './link.ts';

export type RelatedVerb = 'create' | 'associate' | 'remove';

/** What the roles are asked about a case. */
export type WhoseCase = Pick<Case, 'kind' | 'accountId' | 'contactId' | 'consumerId' | 'majorCaseState'>;

/** An item of the menu; `variant` says what is created, where a link knows several. */
export type AdditionalAction = { verb: RelatedVerb; link: LinkName; label: string; variant?: Creates };

/** Every item of one link: what can be made, associated and removed. */
export function itemsOf(link: LinkName): AdditionalAction[] {
  const { creates, menu } = links[link];
  const made = creates.map(({ variant, label }): AdditionalAction => ({ verb: 'create', link, label, variant }));
  if (!isAssociable(link)) return made;
  return [
    ...made,
    { verb: 'associate', link, label: `Associate ${menu}` },
    { verb: 'remove', link, label: `Remove ${menu}` },
  ];
}

const mayEditCase = (actor: Actor, theCase: Case) => can(actor, 'edit', 'case') && mayWork(actor, theCase).ok;

/** REL-1 · What the Additional Actions menu of a case offers. The server refuses whatever this does not return. */
export function additionalActions(theCase: Case, actor: Actor, settings: Settings): AdditionalAction[] {
  const worked = caseStates[theCase.state as CaseState].phase === 'open';
  if (!worked || theCase.parentId || !mayEditCase(actor, theCase) || !mayRelateOn(actor, theCase).ok) return [];
  return linkNames.flatMap((link) => {
    const { kind, integration } = links[link];
    if (!isIntegrated(settings, integration)) return [];
    // Of many each row has its own Remove, beside the menu.
    const has = isSingle(link) && theCase[links[link].field] !== null;
    return itemsOf(link).filter(
      ({ verb }) =>
        (verb === 'remove') === has &&
        (verb === 'create' ? mayCreateFromCase(actor, kind).ok : can(actor, 'link', kind)),
    );
  });
}

/** REL-16 · Of many records, each row has its own Remove, for who may associate such records. */
export function mayRemoveFromRows(offered: readonly AdditionalAction[], of: LinkName): boolean {
  return offered.some(({ verb, link }) => verb === 'associate' && link === of);
}
