'use client';

import { useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { TimelineSource } from './use-timeline.ts';

async function nobodyKnows(): Promise<never> {
  throw new Error('An entry stands in no timeline that says where to read more of it.');
}

/** How entries load more of themselves; the timeline around them provides it. */
export const ReadEntryContext = createContext<Pick<TimelineSource, 'readText' | 'readWritten' | 'readWhy'>>({
  readText: nobodyKnows,
  readWritten: nobodyKnows,
  readWhy: nobodyKnows,
});

/** Q-19 · The whole text of an entry, loaded on first use and never again: entries never change. */
export function useWholeText(id: string, wanted: boolean) {
  const { readText } = use(ReadEntryContext);
  const { data, isFetching, isError, refetch } = useQuery({
    queryKey: ['entry-text', id],
    queryFn: ({ signal }) => readText(id, signal),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { html: data, loading: isFetching, failed: wanted && isError, retry: () => void refetch() };
}
