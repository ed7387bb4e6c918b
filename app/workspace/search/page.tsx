import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { HitTable } from '#components/search/hit-table.tsx';
import { MoreHits } from '#components/search/more-hits.tsx';
import { NoHits } from '#components/search/no-hits.tsx';
import { SearchScopes } from '#components/search/search-scopes.tsx';
import { RowLinks } from '#components/shell/row-links.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { PageSearch } from '#components/ui/page-search.tsx';
import { serialize } from '#components/ui/serialized.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { TookTooLong } from '#lib/platform/verdict.ts';
import { parseScope } from '#lib/search/hit.ts';
import { searchScopesOf } from '#lib/search/scopes.ts';
import { search } from '#lib/search/search.ts';
import { requireActor } from '#lib/session/current-actor.ts';

export const metadata: Metadata = { title: 'Search' };

/** The search page behind the top bar's search box: all hits, the best first. A record's number redirects to the record. */
export default async function SearchPage({ searchParams }: PageProps<'/workspace/search'>) {
  const actor = await requireActor();
  const params = await searchParams;
  const text = (name: string) => [params[name] ?? []].flat()[0] ?? '';
  const words = searchInput(text('q'));
  const scope = parseScope(text('in'));
  const results = await search(actor, words, { scope }).catch(tooSlow);
  const { hits, more, meant } = results instanceof TookTooLong ? { hits: [], more: false, meant: null } : results;
  if (meant && !scope) redirect(meant);
  const scopes = searchScopesOf(actor);

  return (
    <>
      <RowLinks />
      <PageHeader title="Search" />
      <div className="pb-3">
        <PageSearch
          key={scope}
          action="/workspace/search"
          defaultValue={words}
          params={scope ? { in: scope } : {}}
          placeholder="Number or text"
        />
      </div>
      {words && <SearchScopes words={words} scopes={scopes} current={scope} />}
      {results instanceof TookTooLong && <EmptyState title={results.because} />}
      {hits.length > 0 && <HitTable hits={serialize(hits)} />}
      {hits.length === 0 && !(results instanceof TookTooLong) && <NoHits words={words} scope={scope} scopes={scopes} />}
      {more && <MoreHits words={words} scope={scope} count={hits.length} />}
    </>
  );
}

/** ACC-12 · The page reports a search that took too long; any other error is our fault. */
function tooSlow(error: unknown): TookTooLong {
  if (error instanceof TookTooLong) return error;
  throw error;
}
