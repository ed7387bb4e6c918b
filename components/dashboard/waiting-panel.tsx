import { DataTable } from '#components/ui/data-table.tsx';
import { formatDuration } from '#components/ui/format-duration.ts';
import { TextLink } from '#components/ui/link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { Waiting } from '#lib/dashboard/queries/waiting-cases.ts';
import { Bar } from './bar.tsx';
import { FigureLink } from './figure-link.tsx';
import { EDGES } from './table-edges.ts';

/** DASH-1 · The open cases that wait for related records, with the median wait and the longest-waiting case. */
export function WaitingPanel({ waiting }: { waiting: readonly Waiting[] }) {
  const most = Math.max(...waiting.map(({ figure }) => figure.count), 0);
  return (
    <Panel title="Cases waiting on" flush>
      <DataTable
        caption="Open cases waiting on related records"
        className={EDGES}
        rows={waiting}
        rowKey={({ label }) => label}
        columns={[
          { heading: 'Records', cell: ({ label }) => label },
          {
            heading: '',
            decorative: true,
            headClass: 'max-sm:hidden',
            cellClass: 'max-sm:hidden',
            cell: ({ figure }) => <Bar count={figure.count} most={most} />,
          },
          {
            heading: 'Cases',
            numeric: true,
            cell: ({ label, figure }) => (
              <FigureLink figure={figure} what={`open cases waiting on ${label.toLowerCase()}`} />
            ),
          },
          {
            heading: 'Median',
            cell: ({ median }) =>
              median === null ? <span className="text-ink-faint">–</span> : formatDuration(median),
          },
          {
            heading: 'Longest',
            cell: ({ longest }) =>
              longest ? (
                <TextLink href={longest.path} aria-label={`${formatDuration(longest.seconds)}: ${longest.number}`}>
                  {formatDuration(longest.seconds)}
                </TextLink>
              ) : (
                <span className="text-ink-faint">–</span>
              ),
          },
        ]}
      />
    </Panel>
  );
}
