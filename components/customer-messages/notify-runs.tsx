'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLive } from '#components/live/use-live.ts';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { isInProgress, type RunProgress } from '#lib/customer-messages/progress.ts';
import type { NotifySource } from '#lib/customer-messages/source.ts';
import { NotifyRun } from './notify-run.tsx';

/** NOT-3 · The last message about a record; earlier ones are collapsed, unless they need action or are being sent. */
export function NotifyRuns(props: RunsProps) {
  const runs = useRuns(props);
  if (runs.length === 0) return null;
  const isOpen = (run: (typeof runs)[number], at: number) =>
    at === 0 || run.state !== 'done' || isInProgress(run) || run.may.retry;
  const earlier = runs.filter((run, at) => !isOpen(run, at));
  return (
    <section aria-label="Messages to customers" className="mb-3 grid gap-2">
      {runs.filter(isOpen).map((run) => (
        <NotifyRun key={run.id} run={run} />
      ))}
      {earlier.length > 0 && (
        <details>
          <summary className="w-fit cursor-pointer text-sm text-ink-muted">
            {earlier.length === 1 ? '1 earlier message' : `${earlier.length} earlier messages`}
          </summary>
          <div className="mt-2 grid gap-2">
            {earlier.map((run) => (
              <NotifyRun key={run.id} run={run} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

const EVERY_MS = 2_000;

interface RunsProps {
  source: { id: string; kind: NotifySource; number: string };
  /** The messages when the page was rendered. */
  runs: readonly RunProgress[];
}

/** NOT-3 · The messages about a record, kept current: on changes, and every two seconds while one is being sent. */
function useRuns({ source: { id, kind, number }, runs }: RunsProps): readonly RunProgress[] {
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
