'use client';

import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { use, useEffect } from 'react';
import type { Deferred } from '#components/ui/deferred.ts';
import { type Serialized, useDeserialized } from '#components/ui/serialized.ts';
import type { TimelineFilter, TimelinePage, Why } from '#lib/journal/timeline-entry.ts';
import { withNewer } from './with-newer.ts';

/** A page from `cursor` on. `until`: the entry to load up to; refused if the record has no such entry. */
type PageQuery = { filter: TimelineFilter; cursor: string | null; until?: string };

/** The source of a timeline: the first page comes with the page around it, other filters and older entries from `load`. */
export interface TimelineSource {
  /** Distinguishes it from other records' timelines. */
  id: string;
  load: (query: PageQuery, signal: AbortSignal) => Promise<TimelinePage>;
  /** The whole text of an entry, as HTML. */
  readText: (id: string, signal: AbortSignal) => Promise<string>;
  /** The whole text of an entry, as it was written. */
  readWritten: (id: string, signal: AbortSignal) => Promise<string>;
  /** The reason of an entry that a rule wrote. */
  readWhy: (id: string, signal: AbortSignal) => Promise<Why>;
}

export type Pages = InfiniteData<TimelinePage, string | null>;

/** A record's timeline by filter; older entries on demand. `early` is its newest page, whenever that changes. */
export function useTimeline(
  { id, load }: TimelineSource,
  filter: TimelineFilter,
  early: Deferred<Serialized<TimelinePage>>,
) {
  const first = useDeserialized('later' in early ? use(early.later) : early.value);
  const queries = useQueryClient();

  useEffect(() => {
    queries.setQueryData<Pages>(['timeline', id, 'all'], (before) => withNewer(first, before));
    void queries.invalidateQueries({
      queryKey: ['timeline', id],
      predicate: ({ queryKey }) => queryKey[2] !== 'all',
    });
  }, [queries, id, first]);

  const { data, fetchNextPage, hasNextPage, isFetchingNextPage, isPending, isError, refetch } = useInfiniteQuery({
    queryKey: ['timeline', id, filter],
    queryFn: ({ pageParam, signal }) => load({ filter, cursor: pageParam }, signal),
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
