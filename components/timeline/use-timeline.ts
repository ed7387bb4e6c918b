'use client';

import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { use, useEffect } from 'react';
import type { Deferred } from '#components/ui/deferred.ts';
import { type Serialized, useDeserialized } from '#components/ui/serialized.ts';
import type { TimelineFilter, TimelinePage, Why } from '#lib/journal/timeline-entry.ts';
import { withNewer } from './with-newer.ts';

/** A page from `cursor` on; `until` is the entry for which it is read, and refused where the record has no such entry. */
type PageQuery = { filter: TimelineFilter; cursor: string | null; until?: string };

/** Where a timeline comes from: its first page with the page around it, other filters and older entries by `load`. */
export interface TimelineSource {
  /** Tells it from the timelines of other records. */
  id: string;
  load: (query: PageQuery, signal: AbortSignal) => Promise<TimelinePage>;
  /** The whole text of an entry, as HTML. */
  readText: (id: string, signal: AbortSignal) => Promise<string>;
  /** The same as it was written. */
  readWritten: (id: string, signal: AbortSignal) => Promise<string>;
  /** Why an entry that a rule wrote is there. */
  readWhy: (id: string, signal: AbortSignal) => Promise<Why>;
}

export type Pages = InfiniteData<TimelinePage, string | null>;

/** What has happened to a record, by filter; older entries on demand. `early` is its newest page, whenever that changes. */
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
