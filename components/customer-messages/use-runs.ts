'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLive } from '#components/live/use-live.ts';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { isInProgress, type RunProgress } from '#lib/customer-messages/progress.ts';
import type { NotifySource } from '#lib/customer-messages/source.ts';

const EVERY_MS = 2_000;

export interface RunsProps {
  source: { id: string; kind: NotifySource; number: string };
  /** The messages when the page was rendered. */
  runs: readonly RunProgress[];
}

/** NOT-3 · The messages about a record, kept current: on changes, and every two seconds while one is being sent. */
export function useRuns({ source: { id, kind, number }, runs }: RunsProps): readonly RunProgress[] {
  const queries = useQueryClient();
  const queryKey = ['notify-runs', number];
  const { data } = useQuery<readonly RunProgress[]>({
    queryKey,
    queryFn: ({ signal }) => fetchJson(`/api/notify-customers/runs?${new URLSearchParams({ kind, number })}`, signal),
    initialData: runs,
    staleTime: EVERY_MS,
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data?.some(isInProgress) ? EVERY_MS : false),
  });
  useLive({ records: [id], names: [] }, () => void queries.invalidateQueries({ queryKey }));
  return data;
}
