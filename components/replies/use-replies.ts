'use client';

import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLive } from '#components/live/use-live.ts';
import { fetchJson } from '#components/ui/fetch-json.ts';
import type { NotifySource } from '#lib/customer-messages/source.ts';
import type { ReplyFilter } from '#lib/replies/filters.ts';
import type { RepliesPage, Reply, ReplyCounts } from '#lib/replies/reply.ts';

/** The record whose customers reply. */
export interface RepliesSource {
  id: string;
  kind: NotifySource;
  number: string;
}

/** Delay to batch changes, in milliseconds: a message may change thousands of cases one by one. */
const GATHER = 500;

export const keyOf = ({ number }: RepliesSource) => ['replies', number];
const paramsOf = ({ kind, number }: RepliesSource) => ({ kind, number });

type Page = { filter: ReplyFilter; after?: string; only?: string };

export function loadReplies(source: RepliesSource, page: Page, signal: AbortSignal): Promise<RepliesPage> {
  return fetchJson<RepliesPage>(`/api/replies?${new URLSearchParams({ ...paramsOf(source), ...page })}`, signal);
}

/** The replies that match a filter, page by page. They stay as loaded, so that rows do not move while the user works. */
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
  /** Updates replies in place. */
  function patch(change: (reply: Reply) => Reply) {
    queries.setQueryData<InfiniteData<RepliesPage>>(
      queryKey,
      (data) =>
        data && { ...data, pages: data.pages.map((page) => ({ ...page, rows: page.rows.map((row) => change(row)) })) },
    );
  }
  const rows = query.data?.pages.flatMap((page) => page.rows);
  // A reply answered between two page requests is on both pages.
  return { ...query, rows: rows && [...new Map(rows.map((row) => [row.id, row])).values()], patch };
}

/** The reply counts, requested again whenever one of the cases has changed. */
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

/** Marks replies for the current user; null: saving failed, and the marks are kept for the next attempt. */
export async function sendMarks(source: RepliesSource, entryIds: readonly string[], read: boolean) {
  const response = await fetch('/api/replies/marks', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...paramsOf(source), entryIds, read }),
  }).catch(() => null);
  const counts: ReplyCounts | null = response?.ok ? await response.json() : null;
  return counts;
}
