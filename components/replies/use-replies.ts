'use client';

import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLive } from '#components/live/use-live.ts';
import { fetchJson } from '#components/ui/fetch-json.ts';
import type { NotifySource } from '#lib/customer-messages/source.ts';
import type { ReplyFilter } from '#lib/replies/filters.ts';
import type { RepliesPage, Reply, ReplyCounts } from '#lib/replies/reply.ts';

/** Whose customers answer. */
export interface RepliesSource {
  id: string;
  kind: NotifySource;
  number: string;
}

/** Thousands of cases may be written into one after the other: their changes are asked about together, in milliseconds. */
const GATHER = 500;

export const keyOf = ({ number }: RepliesSource) => ['replies', number];
const paramsOf = ({ kind, number }: RepliesSource) => ({ kind, number });

type Page = { filter: ReplyFilter; after?: string; only?: string };

export function loadReplies(source: RepliesSource, page: Page, signal: AbortSignal): Promise<RepliesPage> {
  return fetchJson<RepliesPage>(`/api/replies?${new URLSearchParams({ ...paramsOf(source), ...page })}`, signal);
}

/** The replies that a filter leaves, page by page. They stay as they were read: nothing moves under the hand. */
export function useReplyPages(source: RepliesSource, filter: ReplyFilter) {
  const queries = useQueryClient();
  const queryKey = [...keyOf(source), 'pages', filter];
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      loadReplies(source, { filter, ...(pageParam ? { after: pageParam } : {}) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  /** Shows what has become of some of them, each in its place. */
  function patch(change: (reply: Reply) => Reply) {
    queries.setQueryData<InfiniteData<RepliesPage>>(
      queryKey,
      (data) =>
        data && { ...data, pages: data.pages.map((page) => ({ ...page, rows: page.rows.map((row) => change(row)) })) },
    );
  }
  const rows = query.data?.pages.flatMap((page) => page.rows);
  // One that was answered between two pages stands on both.
  return { ...query, rows: rows && [...new Map(rows.map((row) => [row.id, row])).values()], patch };
}

/** How many there are; asked anew whenever one of the cases has changed. */
export function useReplyCounts(source: RepliesSource) {
  const queries = useQueryClient();
  const queryKey = [...keyOf(source), 'counts'];
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      fetchJson<ReplyCounts>(`/api/replies/counts?${new URLSearchParams(paramsOf(source))}`, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive({ records: [source.id], names: [] }, () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey });
    }, GATHER);
  });
  return { counts: data, setCounts: (counts: ReplyCounts) => queries.setQueryData(queryKey, counts) };
}

/** Marks replies for oneself; null: that could not be saved, and stays for the next time. */
export async function sendMarks(source: RepliesSource, entryIds: readonly string[], read: boolean) {
  const response = await fetch('/api/replies/marks', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...paramsOf(source), entryIds, read }),
  }).catch(() => null);
  const counts: ReplyCounts | null = response?.ok ? await response.json() : null;
  return counts;
}
