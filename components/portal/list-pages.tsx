import { ButtonLink } from '#components/ui/button-link.tsx';
import type { PortalList } from '#lib/portal/queries/portal-cases.ts';
import type { Say } from '#lib/words/words.ts';

type Place = { list: PortalList; q: string; after?: string; closed?: boolean };

/** The address of a list, with what is looked for, whether closed ones are in it, and where its page begins. */
export function listAddress({ list, q, after = '', closed = false }: Place): string {
  const rest = { ...(q ? { q } : {}), ...(closed ? { closed: '1' } : {}), ...(after ? { after } : {}) };
  const query = new URLSearchParams({ list, ...rest });
  return `/portal/lists?${query}`;
}

interface ListPagesProps {
  /** Where the newest are; null on that page. */
  first: string | null;
  /** Where the next older ones are; null where there are none. */
  next: string | null;
  say: Say;
}

/** The way through a long list, page by page. */
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
