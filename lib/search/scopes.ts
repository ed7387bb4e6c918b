import { mayAdminister, mayOpenList } from '#lib/access/policy.ts';
import { customerListsOf } from '#lib/customer/lists.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { kindOfPath } from '#lib/record/kind.ts';
import { type OtherScope, type SearchScope, searchScopeNames } from './hit.ts';

const others: Readonly<Record<OtherScope, (actor: Actor) => boolean>> = {
  customers: (actor) => customerListsOf(actor).length > 0,
  articles: () => true,
  'configuration-items': (actor) => mayAdminister(actor).ok,
};

function isOpened(actor: Actor, scope: SearchScope): boolean {
  const kind = kindOfPath(scope);
  return kind ? mayOpenList(actor, kind) : others[scope as OtherScope](actor);
}

/** ACC-6 · Scopes that a staff member can narrow a search to. */
export function searchScopesOf(actor: Actor): SearchScope[] {
  return searchScopeNames.filter((name) => isOpened(actor, name));
}
