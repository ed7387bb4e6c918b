'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { fetchJson } from './fetch-json.ts';

export interface SearchResult<Item> {
  items: readonly Item[];
  status: 'loading' | 'ready' | 'failed';
  retry: () => void;
}

const PAUSE_MS = 120;

/**
 * What an address that takes `?q=` has for a query, asked for when the typing pauses. While the next answer is under way
 * the last one stays, as `loading`; one that comes too late is cancelled.
 */
export function useTypeahead<Item>(source: string, query: string, wanted: boolean): SearchResult<Item> {
  const settled = useSettled(query);
  const { data, isPlaceholderData, isFetching, isError, refetch } = useQuery({
    queryKey: ['typeahead', source, settled],
    queryFn: ({ signal }) => fetchJson<readonly Item[]>(withQuery(source, settled), signal),
    enabled: wanted && settled === query,
    placeholderData: keepPreviousData,
    // What can be chosen changes under one's own hand: each list that opens asks anew, and then stays as it is.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
    networkMode: 'always',
  });
  const isWaiting = settled !== query || isPlaceholderData || (isFetching && (isError || data === undefined));
  const status = wanted && isWaiting ? 'loading' : isError ? 'failed' : 'ready';
  return useMemo(
    () => ({ items: (status !== 'failed' && data) || [], status, retry: () => void refetch() }),
    [status, data, refetch],
  );
}

/** The text as it stood when the typing paused; emptied, it counts at once. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === '' ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

function withQuery(source: string, query: string): string {
  const url = new URL(source, window.location.href);
  url.searchParams.set('q', query);
  return url.href;
}
