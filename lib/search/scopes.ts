import { mayAdminister, mayOpenList } from '#lib/access/policy.ts';
import { customerListsOf } from '#lib/customer/lists.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { type SearchScope, searchScopeNames } from './hit.ts';

const opened: Readonly<Record<SearchScope, (actor: Actor) => boolean>> = {
  cases: (actor) => mayOpenList(actor, 'case'),
  incidents: (actor) => mayOpenList(actor, 'incident'),
  problems: (actor) => mayOpenList(actor, 'problem'),
  changes: (actor) => mayOpenList(actor, 'change'),
  requests: (actor) => mayOpenList(actor, 'request'),
  customers: (actor) => customerListsOf(actor).length > 0,
  articles: () => true,
  'configuration-items': (actor) => mayAdminister(actor).ok,
};

/** ACC-6 · What somebody of the staff can narrow a search to: what can be found at all. */
export function searchScopesOf(actor: Actor): SearchScope[] {
  return searchScopeNames.filter((name) => opened[name](actor));
}
