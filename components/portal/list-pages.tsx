import { ButtonLink } from '#components/ui/button-link.tsx';
import type { PortalList } from '#lib/portal/queries/portal-cases.ts';
import type { Say } from '#lib/words/words.ts';

type Place = { list: PortalList; q: string; after?: string; closed?: boolean };

/** A list's address: search text, whether closed ones are included, and where the page starts. */
export function listAddress({ list, q, after = '', closed = false }: Place): string {
  const rest = { ...(q ? { q } : {}), ...(closed ? { closed: '1' } : {}), ...(after ? { after } : {}) };
  const query = new URLSearchParams({ list, ...rest });
  return `/portal/lists?${query}`;
}

interface ListPagesProps {
  /** Address of the newest page; null on that page. */
  first: string | null;
  /** Address of the next older page; null if there is none. */
  next: string | null;
  say: Say;
}

/** Links to the pages of a long list. */
export function ListPages({ first, next, say }: ListPagesProps) {
  if (!first && !next) return null;
  return (
    <nav aria-label={say('list.pages')} className="flex justify-end gap-2 py-3">
      {first && (
        <ButtonLink href={first} className="min-h-10">
          {say('list.first')}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink href={next} rel="next" className="min-h-10">
          {say('list.next')}
        </ButtonLink>
      )}
    </nav>
  );
}
