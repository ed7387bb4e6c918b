'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef } from 'react';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { StateBadge, type Tone } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Facts } from '#components/ui/facts.tsx';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { resumeChildRunAction, stopChildRunAction } from '#lib/affected-customers/actions.ts';
import type { CustomerSort } from '#lib/affected-customers/customer-sort.ts';
import type { ChildRunProgress } from '#lib/affected-customers/progress.ts';

const EVERY_MS = 1_000;

const states: Readonly<Record<ChildRunProgress['state'], { tone: Tone; label: string }>> = {
  running: { tone: 'blue', label: 'Creating child cases' },
  stopped: { tone: 'amber', label: 'Stopped' },
  done: { tone: 'green', label: 'Child cases created' },
};

interface ChildRunProps {
  number: string;
  of: CustomerSort;
  /** The state when the page was rendered. */
  run: ChildRunProgress;
  mayChange: boolean;
}

/** MAJ-5 · Live progress of creating child cases; refreshes the page when it changes. */
export function ChildRun({ number, of, run: atFirst, mayChange }: ChildRunProps) {
  const router = useRouter();
  const { data: run } = useQuery<ChildRunProgress>({
    queryKey: ['child-run', number, of, atFirst.id, atFirst.state],
    queryFn: ({ signal }) => fetchJson(`/api/recipients/run?${new URLSearchParams({ number, of })}`, signal),
    initialData: atFirst,
    staleTime: EVERY_MS,
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? EVERY_MS : false),
  });
  const shown = useRef(atFirst.state);
  const follow = useEffectEvent((state: ChildRunProgress['state']) => {
    if (shown.current !== state) router.refresh();
    shown.current = state;
  });
  useEffect(() => follow(run.state), [run.state]);
  const input = { number, of };
  const stop = useAction(stopChildRunAction);
  const resume = useAction(resumeChildRunAction);
  const { tone, label } = states[run.state];
  return (
    <section aria-label="Creating child cases" className="mb-3 grid gap-2 rounded-md border p-3">
      <RefusalToast refused={stop.refused ?? resume.refused} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StateBadge tone={tone}>{label}</StateBadge>
        <span className="text-sm text-ink-muted">
          {run.startedBy} · <RelativeTime at={run.createdAt} />
        </span>
        <div className="ml-auto">
          {mayChange && run.state === 'running' && (
            <Button size="s" aria-busy={stop.pending || undefined} onClick={() => stop.run(input)}>
              Stop
            </Button>
          )}
          {mayChange && run.state === 'stopped' && (
            <Button
              size="s"
              variant="primary"
              aria-busy={resume.pending || undefined}
              onClick={() => resume.run(input)}
            >
              Resume
            </Button>
          )}
        </div>
      </div>
      <ChildRunFigures run={run} />
    </section>
  );
}

const figure = (count: number) => count.toLocaleString('en');

/** MAJ-5 · Progress of creating child cases: figures, a bar while it runs, and why customers were skipped. */
function ChildRunFigures({ run: { state, queued, made, had, leftOut, reasons, problem } }: { run: ChildRunProgress }) {
  const all = queued + made + had + leftOut;
  const items = [
    { term: 'Created', detail: `${figure(made)} of ${figure(made + queued)}` },
    ...(had > 0 ? [{ term: 'Had one already', detail: figure(had) }] : []),
    ...(leftOut > 0
      ? [{ term: 'Left out', detail: `${figure(leftOut)} (${reasons.map(({ reason }) => reason).join(', ')})` }]
      : []),
  ];
  return (
    <div className="grid gap-1.5" aria-live="polite">
      {state !== 'done' && <ProgressBar value={all - queued} max={all} />}
      <Facts inline items={items} />
      {problem && <p className="text-sm text-tone-amber">{`The last step failed: ${problem}.`}</p>}
    </div>
  );
}
