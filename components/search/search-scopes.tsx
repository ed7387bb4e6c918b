import { Link } from '#components/ui/link.tsx';
import { type SearchScope, searchScopes } from '#lib/search/hit.ts';

/** The address of a search. */
export function searchHref(words: string, scope: SearchScope | null): string {
  return `/workspace/search?${new URLSearchParams({ q: words, ...(scope ? { in: scope } : {}) })}`;
}

export interface SearchScopesProps {
  words: string;
  scopes: readonly SearchScope[];
  current: SearchScope | null;
}

/** Narrows the results to one scope. */
export function SearchScopes({ words, scopes, current }: SearchScopesProps) {
  return (
    <nav aria-label="Narrow the results" className="flex flex-wrap gap-1 pb-3">
      {[null, ...scopes].map((scope) => (
        <Link
          key={scope ?? 'all'}
          href={searchHref(words, scope)}
          aria-current={scope === current ? 'page' : undefined}
          className="inline-flex h-7 items-center rounded-md border border-line-button bg-surface px-2 text-sm hover:bg-sunken aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:text-accent-ink pointer-coarse:h-9"
        >
          {scope ? searchScopes[scope].label : 'All'}
        </Link>
      ))}
    </nav>
  );
}
