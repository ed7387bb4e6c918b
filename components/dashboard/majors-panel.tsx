import { RecordPriority } from '#components/record/record-priority.tsx';
import { RecordState } from '#components/record/record-state.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { RunningMajors } from '#lib/dashboard/queries/running-majors.ts';
import { FigureLink } from './figure-link.tsx';
import { STACKED_EDGES } from './table-edges.ts';

/** DASH-1, MAJ-4 · The active major cases with their children, newest first. */
export function MajorsPanel({ majors: { all, rows }, filtered }: { majors: RunningMajors; filtered: boolean }) {
  return (
    <Panel
      title="Major cases running"
      action={<TextLink href={all.href}>{`All ${all.count.toLocaleString('en')}`}</TextLink>}
      flush
    >
      {filtered && <p className="px-4 pt-2 text-sm text-ink-muted">All customers; the filters do not apply.</p>}
      {rows.length === 0 ? (
        <p className="p-4 text-ink-muted">No major case is open.</p>
      ) : (
        <DataTable
          caption="Major cases running"
          stacked
          className={STACKED_EDGES}
          rows={rows}
          rowKey={({ number }) => number}
          columns={[
            {
              heading: 'Number',
              cell: ({ number, path }) => <NumberLink number={number} href={path} />,
            },
            { heading: 'State', cell: ({ state }) => <RecordState state={state} /> },
            { heading: 'Short description', cellClass: 'wrap-anywhere', cell: ({ title }) => <bdi>{title}</bdi> },
            { heading: 'Priority', cell: ({ priority }) => <RecordPriority {...priority} /> },
            {
              heading: 'Open children',
              labeled: true,
              numeric: true,
              cell: ({ number, open }) => <FigureLink figure={open} what={`open children of ${number}`} />,
            },
            {
              heading: 'Children',
              labeled: true,
              numeric: true,
              cell: ({ number, children }) => <FigureLink figure={children} what={`children of ${number}`} />,
            },
            { heading: 'Opened', cell: ({ openedAt }) => <RelativeTime at={openedAt} /> },
          ]}
        />
      )}
    </Panel>
  );
}
