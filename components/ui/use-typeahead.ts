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
 * The results of an address that takes `?q=`, requested when the user stops typing. During the next request the last results
 * stay, as `loading`; outdated requests are cancelled.
 */
export function useTypeahead<Item>(source: string, query: string, wanted: boolean): SearchResult<Item> {
  const settled = useSettled(query);
  const { data, isPlaceholderData, isFetching, isError, refetch } = useQuery({
    queryKey: ['typeahead', source, settled],
    queryFn: ({ signal }) => fetchJson<readonly Item[]>(withQuery(source, settled), signal),
    enabled: wanted && settled === query,
    placeholderData: keepPreviousData,
    // The options may change through the user's own actions: each list requests them when it opens, and then stays as it is.
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

/** The text when typing stopped; an emptied text counts at once. */
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
