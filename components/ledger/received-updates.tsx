'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useLive } from '#components/live/use-live.ts';
import { Button } from '#components/ui/button.tsx';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { ReceivedPage } from '#lib/ledger/queries/received-updates.ts';
import { ReceivedTable } from './received-table.tsx';
import type { UpdatesSource } from './use-updates.ts';

/** SYNC-6 · The updates that other records wrote into this one, newest first. */
export function ReceivedUpdates({ source: { id, kind, number } }: { source: UpdatesSource }) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['updates-received', number],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<ReceivedPage>(
        `/api/ledger/received?${new URLSearchParams({ kind, number, ...(pageParam ? { after: pageParam } : {}) })}`,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
    gcTime: 0,
  });
  useLive({ records: [id], names: [] }, () => void refetch());
  // An update received between two page requests shifts entries, so that one may be on both pages.
  const rows = new Map(data?.pages.flatMap(({ updates }) => updates.map((row) => [row.id, row] as const)));
  return (
    <section aria-label="Received updates" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {error && !data && (
        <LoadFailed error={error} onRetry={() => void refetch()}>
          The updates could not be loaded.
        </LoadFailed>
      )}
      {!data && !error && <SkeletonRows rows={4} label="Loading the received updates" />}
      {rows.size > 0 && (
        <>
          <h2 className="font-medium">Received</h2>
          <ReceivedTable number={number} updates={[...rows.values()]} />
        </>
      )}
      {hasNextPage && (
        <p className="flex justify-center py-3">
          <Button size="s" aria-busy={isFetchingNextPage || undefined} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        </p>
      )}
    </section>
  );
}
