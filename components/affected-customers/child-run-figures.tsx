import { Facts } from '#components/ui/facts.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import type { ChildRunProgress } from '#lib/affected-customers/progress.ts';

const figure = (count: number) => count.toLocaleString('en');

/** MAJ-5 · Progress of creating child cases: figures, a bar while it runs, and why customers were skipped. */
export function ChildRunFigures({
  run: { state, queued, made, had, leftOut, reasons, problem },
}: {
  run: ChildRunProgress;
}) {
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
