'use client';

import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { useInSight } from '#components/ui/use-in-sight.ts';
import type { SuggestedArticle } from '#lib/knowledge/suggested-articles.ts';
import type { TaskKind } from '#lib/record/kind.ts';

/** Articles about similar subjects: searched when the user scrolls there, and again when the title has changed. */
export function SuggestedArticles({ kind, number, title }: { kind: TaskKind; number: string; title: string }) {
  const [place, seen] = useInSight();
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['suggested-articles', number, title],
    queryFn: ({ signal }) =>
      fetchJson<SuggestedArticle[]>(`/api/suggested-articles?${new URLSearchParams({ kind, number })}`, signal),
    enabled: seen,
  });
  return (
    <div ref={place}>
      <Panel title="Articles">
        {isError && (
          <LoadFailed error={error} onRetry={() => void refetch()}>
            Couldn't load the articles.
          </LoadFailed>
        )}
        {!data && !isError && <SkeletonRows rows={2} label="Loading articles" />}
        {data?.length === 0 && <p className="text-sm text-ink-faint">No matching articles</p>}
        <ul className="grid gap-1">
          {data?.map((article) => (
            <li key={article.number} className="wrap-anywhere">
              <NumberLink number={article.number} href={`/workspace/knowledge/${article.number}`} /> {article.title}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
