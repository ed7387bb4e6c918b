'use client';

import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { TimelineFilter, TimelinePage } from '#lib/journal/timeline-entry.ts';
import type { TaskKind } from '#lib/task/kind.ts';

export interface TimelineOf {
  kind: TaskKind;
  number: string;
}

async function fetchPage(
  { kind, number }: TimelineOf,
  filter: TimelineFilter,
  cursor: string | null,
): Promise<TimelinePage> {
  const query = new URLSearchParams({ kind, number, filter, ...(cursor ? { cursor } : {}) });
  const response = await fetch(`/api/timeline?${query}`);
  if (!response.ok) throw new Error(`The timeline was answered with ${response.status}.`);
  return response.json();
}

type Pages = InfiniteData<TimelinePage, string | null>;

/** The journal only grows: a newer first page is joined with what was read before, so that nothing older is lost. */
function withNewer(first: TimelinePage, before: Pages | undefined): Pages {
  const [page, ...older] = before?.pages ?? [];
  if (!page) return { pages: [first], pageParams: [null] };
  const known = new Set(first.entries.map(({ id }) => id));
  const rest = page.entries.filter(({ id }) => !known.has(id));
  const joined = { entries: [...first.entries, ...rest], next: rest.length > 0 ? page.next : first.next };
  return { pages: [joined, ...older], pageParams: before?.pageParams ?? [null] };
}

/** What has happened to a record, by filter; older entries on demand. `first` comes with the page and whenever it changes. */
export function useTimeline(of: TimelineOf, filter: TimelineFilter, first: TimelinePage) {
  const queries = useQueryClient();
  const key = ['timeline', of.number];

  useEffect(() => {
    queries.setQueryData<Pages>(['timeline', of.number, 'all'], (before) => withNewer(first, before));
    void queries.invalidateQueries({
      queryKey: ['timeline', of.number],
      predicate: ({ queryKey }) => queryKey[2] !== 'all',
    });
  }, [queries, of.number, first]);

  const { data, fetchNextPage, hasNextPage, isFetchingNextPage, isPending, isError, refetch } = useInfiniteQuery({
    queryKey: [...key, filter],
    queryFn: ({ pageParam }) => fetchPage(of, filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: Number.POSITIVE_INFINITY,
    ...(filter === 'all' ? { initialData: { pages: [first], pageParams: [null] } } : {}),
  });

  return {
    entries: (data?.pages ?? []).flatMap(({ entries }) => entries),
    loadOlder: hasNextPage ? () => void fetchNextPage() : null,
    loadingOlder: isFetchingNextPage,
    loading: isPending,
    failed: isError,
    retry: () => void refetch(),
  };
}
