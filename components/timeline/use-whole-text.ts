'use client';

import { useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { TimelineSource } from './use-timeline.ts';

/** Where entries read their whole texts: the timeline around them says it once for all. */
export const ReadTextContext = createContext<TimelineSource['readText']>(async () => '');

/** Q-19 · The whole text of an entry, asked for when it is wanted for the first time; what is written never changes. */
export function useWholeText(id: string, wanted: boolean) {
  const readText = use(ReadTextContext);
  const { data, isFetching, isError, refetch } = useQuery({
    queryKey: ['entry-text', id],
    queryFn: ({ signal }) => readText(id, signal),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { html: data, loading: isFetching, failed: wanted && isError, retry: () => void refetch() };
}
