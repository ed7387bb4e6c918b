'use client';

import { DataTable } from '#components/ui/data-table.tsx';
import { exactTime } from '#components/ui/format-time.ts';
import { useLocale } from '#components/ui/locale-provider.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { OverTime } from '#lib/board/queries/over-time.ts';
import type { Step } from '#lib/board/rules/over-time.ts';
import type { CaseState } from '#lib/kinds/case/states.ts';

/** Each background has its own pattern, so that colour is not needed to tell them apart. */
type Series = { label: string; states: readonly CaseState[]; background: string };

type Tone = 'blue' | 'amber' | 'green' | 'grey';

/** A tone as a background: softer than as text. */
const ground = (tone: Tone) => `color-mix(in oklab, var(--color-tone-${tone}) 65%, var(--color-surface))`;
const striped = (tone: Tone, angle: number, width: number) =>
  `repeating-linear-gradient(${angle}deg, ${ground(tone)} 0 ${width}px, transparent ${width}px ${width * 2}px)`;

/** The children's states, from the bottom of the chart to its top. */
const series: readonly Series[] = [
  { label: 'Closed or cancelled', states: ['closed', 'cancelled'], background: striped('grey', 0, 1) },
  { label: 'Resolved', states: ['resolved'], background: striped('green', 45, 3) },
  { label: 'Awaiting Info', states: ['awaiting_info'], background: striped('amber', 90, 2) },
  { label: 'New or open', states: ['new', 'open'], background: ground('blue') },
];

const countIn = ({ counts }: Step, { states }: Series): number => states.reduce((sum, state) => sum + counts[state], 0);

const countAll = (step: Step): number => series.reduce((sum, each) => sum + countIn(step, each), 0);

const newestFirst = series.toReversed();

/** A series' background, in the chart and in its legend. */
function Ground({ background, height }: { background: string; height: string }) {
  return <span aria-hidden className="block w-full forced-color-adjust-none" style={{ background, height }} />;
}

function Picture({ steps, says }: { steps: OverTime['steps']; says: string }) {
  const most = Math.max(...steps.map(countAll), 1);
  return (
    <div role="img" aria-label={says} className="flex h-28 items-end gap-px border-b sm:gap-0.5">
      {steps.map((step) => (
        <span key={step.at} className="flex h-full flex-1 flex-col-reverse">
          {series.map((each) => (
            <Ground key={each.label} background={each.background} height={`${(countIn(step, each) / most) * 100}%`} />
          ))}
        </span>
      ))}
    </div>
  );
}

/** MAJ-9 · How the children moved between states: a chart, and the same figures as a table, newest first. */
export function OverTimePanel({ overTime: { from, steps } }: { overTime: OverTime }) {
  const { locale, timeZone } = useLocale();
  const time = (at: string) => exactTime(new Date(at), locale, timeZone);
  const last = steps.at(-1);
  const now = last && newestFirst.map((each) => `${countIn(last, each)} ${each.label.toLowerCase()}`).join(', ');
  return (
    <Panel title="Child cases over time" flush>
      <div className="grid gap-2 p-4">
        <Picture steps={steps} says={`Since ${time(from)}. Now ${now}. The table has the figures.`} />
        <p className="flex justify-between gap-4 text-xs text-ink-faint">
          <span>{time(from)}</span>
          <span>Now</span>
        </p>
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-muted">
          {newestFirst.map(({ label, background }) => (
            <li key={label} className="inline-flex items-center gap-1.5">
              <span aria-hidden className="w-4 border">
                <Ground background={background} height="0.75rem" />
              </span>
              {label}
            </li>
          ))}
        </ul>
      </div>
      <details className="border-t">
        <summary className="cursor-pointer px-4 py-2 text-sm font-medium text-ink-muted hover:text-ink focus-visible:-outline-offset-2">
          Step by step
        </summary>
        <div className="max-h-80 overflow-y-auto border-t">
          <DataTable
            caption="Child cases by state over time"
            rows={steps.toReversed()}
            rowKey={({ at }) => at}
            columns={[
              { heading: 'Until', cell: ({ at }) => time(at) },
              ...newestFirst.map((each) => ({
                heading: each.label,
                numeric: true,
                headClass: 'whitespace-normal',
                cell: (step: OverTime['steps'][number]) => countIn(step, each).toLocaleString('en'),
              })),
            ]}
          />
        </div>
      </details>
    </Panel>
  );
}
