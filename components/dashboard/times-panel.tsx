import { DataTable } from '#components/ui/data-table.tsx';
import { formatDuration } from '#components/ui/format-duration.ts';
import { Panel } from '#components/ui/panel.tsx';
import type { Figure } from '#lib/dashboard/figure.ts';
import type { Spread, Times } from '#lib/dashboard/queries/times.ts';
import { Bar } from './bar.tsx';
import { FigureLink } from './figure-link.tsx';
import { EDGES } from './table-edges.ts';

type Row = { label: string; what: string; figure: Figure; spread: Spread | null };

function Took({ seconds, most }: { seconds: number | undefined; most: number }) {
  if (seconds === undefined) return <span className="text-ink-faint">–</span>;
  return (
    <span className="grid gap-1">
      {formatDuration(seconds)}
      <Bar count={seconds} most={most} />
    </span>
  );
}

/** DASH-1 · How long customers waited for a response and for the solution, and in how many cases. */
export function TimesPanel({ times, days }: { times: Times; days: number }) {
  const rows: readonly Row[] = [
    {
      label: 'First answer',
      what: `opened in ${days} days and answered`,
      figure: times.answered,
      spread: times.answer,
    },
    { label: 'Resolution', what: `resolved in ${days} days`, figure: times.resolved, spread: times.resolve },
  ];
  return (
    <Panel title="Time to answer and resolve" flush>
      <DataTable
        caption={`Time to answer and resolve in ${days} days`}
        className={EDGES}
        rows={rows}
        rowKey={({ label }) => label}
        columns={[
          { heading: 'Until', cell: ({ label }) => label },
          { heading: 'Median', cell: ({ spread }) => <Took seconds={spread?.median} most={spread?.most ?? 0} /> },
          { heading: '90 % within', cell: ({ spread }) => <Took seconds={spread?.most} most={spread?.most ?? 0} /> },
          { heading: 'Cases', numeric: true, cell: ({ what, figure }) => <FigureLink figure={figure} what={what} /> },
        ]}
      />
      <p className="border-t px-4 py-2 text-sm text-ink-muted">
        Answers of cases opened in the last {days} days; resolutions of cases resolved in them.
      </p>
    </Panel>
  );
}
