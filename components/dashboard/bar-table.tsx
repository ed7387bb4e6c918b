import { DataTable } from '#components/ui/data-table.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { Line } from '#lib/dashboard/figure.ts';
import { Bar } from './bar.tsx';
import { FigureLink } from './figure-link.tsx';
import { EDGES } from './table-edges.ts';

interface BarTableProps {
  title: string;
  /** Heading of the first column: what a row stands for. */
  of: string;
  lines: readonly Line[];
  empty: string;
}

/** Open cases by group, as chart and table in one: a bar, and a figure that links to its list. */
export function BarTable({ title, of, lines, empty }: BarTableProps) {
  const most = Math.max(...lines.map(({ figure }) => figure.count), 0);
  return (
    <Panel title={title} flush>
      {lines.length === 0 ? (
        <p className="p-4 text-ink-muted">{empty}</p>
      ) : (
        <DataTable
          caption={title}
          className={EDGES}
          rows={lines}
          rowKey={({ figure }) => figure.href}
          columns={[
            { heading: of, cellClass: 'min-w-22 wrap-break-word', cell: ({ label }) => label },
            {
              heading: '',
              decorative: true,
              headClass: 'w-2/5',
              cell: ({ figure }) => <Bar count={figure.count} most={most} />,
            },
            {
              heading: 'Cases',
              numeric: true,
              cell: ({ label, figure }) => <FigureLink figure={figure} what={`${title}, ${label}`} />,
            },
          ]}
        />
      )}
    </Panel>
  );
}
