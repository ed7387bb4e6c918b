import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { type SearchScope, searchScopes } from '#lib/search/hit.ts';
import { searchHref } from './search-scopes.tsx';

export interface NoHitsProps {
  words: string;
  scope: SearchScope | null;
  /** The scopes that the user can search. */
  scopes: readonly SearchScope[];
}

/** The empty state without hits or without search words: names what is searched. */
export function NoHits({ words, scope, scopes }: NoHitsProps) {
  const within = scope ? searchScopes[scope].label.toLowerCase() : null;
  const icon = <Icon name="search-x" />;
  return (
    <EmptyState
      icon={icon}
      title={
        words ? `${within ? `No ${within}` : 'Nothing'} found for “${words}”.` : 'Search everything that you can access'
      }
      action={words && scope && <ButtonLink href={searchHref(words, null)}>Search everything</ButtonLink>}
    >
      Records are found by number, short description, description, comments and work notes
      {scopes.includes('customers') && ', customers by name and email address'}, articles by number, title and text. All
      words (the first twelve, if there are more) must appear in the same text; the last one may be incomplete.
    </EmptyState>
  );
}
