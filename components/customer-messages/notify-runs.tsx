'use client';

import { isInProgress } from '#lib/customer-messages/progress.ts';
import { NotifyRun } from './notify-run.tsx';
import { type RunsProps, useRuns } from './use-runs.ts';

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
