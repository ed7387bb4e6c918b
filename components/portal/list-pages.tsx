import { ButtonLink } from '#components/ui/button-link.tsx';
import type { PortalList } from '#lib/portal/queries/portal-cases.ts';
import type { Say } from '#lib/words/words.ts';

type Place = { list: PortalList; q: string; after?: string };

/** The address of a list, with what is looked for and where its page begins. */
export function listAddress({ list, q, after = '' }: Place): string {
  const query = new URLSearchParams({ list, ...(q ? { q } : {}), ...(after ? { after } : {}) });
  return `/portal/lists?${query}`;
}

interface ListPagesProps extends Omit<Place, 'after'> {
  next: string | null;
  isFirst: boolean;
  say: Say;
}

/** The way through a long list, page by page. */
export function ListPages({ list, q, next, isFirst, say }: ListPagesProps) {
  if (isFirst && !next) return null;
  return (
    <nav aria-label={say('list.pages')} className="flex justify-end gap-2 py-3">
      {!isFirst && (
        <ButtonLink href={listAddress({ list, q })} className="min-h-10">
          {say('list.first')}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink href={listAddress({ list, q, after: next })} rel="next" className="min-h-10">
          {say('list.next')}
        </ButtonLink>
      )}
    </nav>
  );
}
