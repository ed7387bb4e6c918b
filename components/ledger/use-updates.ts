'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useLive } from '#components/live/use-live.ts';
import { fetchJson } from '#components/ui/fetch-json.ts';
import type { LedgerPage } from '#lib/ledger/queries/ledger-page.ts';
import type { TaskKind } from '#lib/record/kind.ts';

/** The record whose updates are shown. */
export interface UpdatesSource {
  id: string;
  kind: TaskKind;
  number: string;
}

/** SYNC-6 · The updates of a record, page by page; requested again when the record changes. */
export function useUpdates({ id, kind, number }: UpdatesSource) {
  const query = useInfiniteQuery({
    queryKey: ['updates', number],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<LedgerPage>(
        `/api/ledger?${new URLSearchParams({ kind, number, ...(pageParam ? { after: pageParam } : {}) })}`,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
    gcTime: 0,
  });
  useLive({ records: [id], names: [] }, () => void query.refetch());
  const rows = query.data?.pages.flatMap(({ updates }) => updates);
  // An update written between two page requests shifts entries, so that one may be on both pages.
  const earlier = query.data?.pages.at(-1)?.earlier ?? null;
  return { ...query, earlier, rows: rows && [...new Map(rows.map((row) => [row.id, row])).values()] };
}
