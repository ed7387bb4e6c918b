'use client';

import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLive } from '#components/live/use-live.ts';
import { fetchJson } from '#components/ui/fetch-json.ts';
import type { ImpactPill } from '#lib/impact/pills.ts';
import type { ImpactFigures } from '#lib/impact/queries/impact-figures.ts';
import type { ImpactPage } from '#lib/impact/queries/impact-page.ts';
import { type ImpactSource, impactParams } from './impact-source.ts';

const keyOf = (source: ImpactSource) => ['impact', impactParams(source)];

/** The customers in a pill, page by page. */
export function useImpactPages(source: ImpactSource, pill: ImpactPill) {
  const params = impactParams(source);
  return useInfiniteQuery({
    queryKey: [...keyOf(source), 'pages', pill],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ ...params, pill, ...(pageParam ? { after: pageParam } : {}) });
      return fetchJson<ImpactPage>(`/api/impact?${query}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

export type ImpactPages = ReturnType<typeof useImpactPages>;

export function useImpactFigures(source: ImpactSource) {
  return useImpactPart<ImpactFigures>(source, 'figures');
}

/** The answer of `/api/impact/PART`. */
export function useImpactPart<T>(source: ImpactSource, part: 'figures' | 'picture') {
  return useQuery({
    queryKey: [...keyOf(source), part],
    queryFn: ({ signal }) => fetchJson<T>(`/api/impact/${part}?${new URLSearchParams(impactParams(source))}`, signal),
    placeholderData: keepPreviousData,
  });
}

/** IMP-1 · Requests all impact data again; this also happens when the record, its cases or the dependencies change. */
export function useImpactRefresh(source: ImpactSource): () => Promise<void> {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: keyOf(source) });
  useLive({ records: 'recordId' in source ? [source.recordId] : [], names: [] }, () => void refresh());
  return refresh;
}
