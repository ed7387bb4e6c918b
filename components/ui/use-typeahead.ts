'use client';

import { useEffect, useEffectEvent, useState } from 'react';

/** Where things to choose from come from: a function, or an address that takes `?q=` and answers them as JSON. */
export type Source<Item> = string | ((query: string, signal: AbortSignal) => Promise<readonly Item[]>);

export interface SearchResult<Item> {
  items: readonly Item[];
  status: 'loading' | 'ready' | 'failed';
}

/** What came last, and for which query. */
type Answer<Item> = SearchResult<Item> & { query: string | null };

const PAUSE_MS = 120;

async function fetchItems<Item>(address: string, query: string, signal: AbortSignal): Promise<readonly Item[]> {
  const url = new URL(address, window.location.href);
  url.searchParams.set('q', query);
  const response = await fetch(url, { signal, headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${url.pathname} answered ${response.status}`);
  return await response.json();
}

/** What a source has for a query, asked for when the typing pauses; an answer that comes too late is dropped. */
export function useTypeahead<Item>(source: Source<Item>, query: string, wanted: boolean): SearchResult<Item> {
  const [answer, setAnswer] = useState<Answer<Item>>({ query: null, items: [], status: 'ready' });
  const load = useEffectEvent((signal: AbortSignal) =>
    typeof source === 'string' ? fetchItems<Item>(source, query, signal) : source(query, signal),
  );

  useEffect(() => {
    if (!wanted) return;
    const controller = new AbortController();
    const { signal } = controller;
    const ask = () => {
      load(signal).then(
        (items) => !signal.aborted && setAnswer({ query, items, status: 'ready' }),
        () => !signal.aborted && setAnswer({ query, items: [], status: 'failed' }),
      );
    };
    const timer = setTimeout(ask, query === '' ? 0 : PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [query, wanted]);

  const { items } = answer;
  return { items, status: wanted && answer.query !== query ? 'loading' : answer.status };
}
