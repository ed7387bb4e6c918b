'use client';

import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLive } from '#components/live/use-live.ts';
import { fetchJson } from '#components/ui/fetch-json.ts';
import type { BoardFilter } from '#lib/board/filters.ts';
import type { Board } from '#lib/board/queries/board.ts';
import type { BoardPage } from '#lib/board/queries/board-page.ts';

/** Delay to batch changes, in milliseconds: a message may change thousands of children one by one. */
const GATHER = 1_000;

const keyOf = (number: string) => ['board', number];

/** The figures of a major case. The whole board is requested again when the case or a child has changed. */
export function useBoard({ id, number }: { id: string; number: string }) {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive({ records: [id], names: [] }, () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey: keyOf(number) });
    }, GATHER);
  });
  return useQuery({
    queryKey: [...keyOf(number), 'figures'],
    queryFn: ({ signal }) => fetchJson<Board>(`/api/board?${new URLSearchParams({ number })}`, signal),
  });
}

/** The children that match a filter, page by page. */
export function useBoardPages(number: string, filter: BoardFilter) {
  return useInfiniteQuery({
    queryKey: [...keyOf(number), 'cases', filter],
    queryFn: ({ pageParam, signal }) => {
      const params = new URLSearchParams({ number, filter, ...(pageParam ? { after: pageParam } : {}) });
      return fetchJson<BoardPage>(`/api/board/cases?${params}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

export type BoardPages = ReturnType<typeof useBoardPages>;
