'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { useInSight } from '#components/ui/use-in-sight.ts';
import type { SimilarCase } from '#lib/record-page/similar-case.ts';
import { SimilarList } from './similar-list.tsx';

const Loading = () => <SkeletonRows rows={3} label="Loading similar cases" />;

/**
 * REL-18 · Similar cases; one click links this case to the same record. They are far down the page and costly to find, so the
 * search starts when the user scrolls there, and again when the case has changed.
 */
export function SimilarCases({ number, version }: { number: string; version: number }) {
  const [place, seen] = useInSight();
  const { data, isError, refetch } = useQuery({
    queryKey: ['similar', number, version],
    queryFn: ({ signal }) => fetchJson<SimilarCase[]>(`/api/similar?number=${number}`, signal),
    enabled: seen,
    placeholderData: keepPreviousData,
  });
  return (
    <div ref={place}>
      <Panel title="Similar cases" flush={data && data.length > 0}>
        {isError && <LoadFailed onRetry={() => void refetch()}>Couldn't load similar cases.</LoadFailed>}
        {!data && !isError && <Loading />}
        {data?.length === 0 && <p className="text-sm text-ink-faint">No similar open or recently resolved case.</p>}
        {data && data.length > 0 && <SimilarList number={number} cases={data} />}
      </Panel>
    </div>
  );
}
