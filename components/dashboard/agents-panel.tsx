import { DataTable } from '#components/ui/data-table.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { Load } from '#lib/dashboard/queries/open-cases.ts';
import { Bar } from './bar.tsx';
import { FigureLink } from './figure-link.tsx';
import { EDGES } from './table-edges.ts';

/** DASH-1 · Open cases by agent, highest count first, and the unassigned ones. */
export function AgentsPanel({ agents }: { agents: readonly Load[] }) {
  const most = Math.max(...agents.map(({ figure }) => figure.count), 0);
  return (
    <Panel title="Load by agent" flush>
      {agents.length === 0 ? (
        <p className="p-4 text-ink-muted">No open case matches the filters.</p>
      ) : (
        <DataTable
          caption="Open cases by agent"
          className={EDGES}
          rows={agents}
          rowKey={({ figure }) => figure.href}
          columns={[
            { heading: 'Assigned to', cellClass: 'min-w-22 wrap-break-word', cell: ({ label }) => label },
            {
              heading: '',
              decorative: true,
              headClass: 'w-1/4 max-sm:hidden',
              cellClass: 'max-sm:hidden',
              cell: ({ figure }) => <Bar count={figure.count} most={most} />,
            },
            {
              heading: 'Open',
              numeric: true,
              cell: ({ label, figure }) => <FigureLink figure={figure} what={`open cases, ${label}`} />,
            },
            {
              heading: 'Critical and high',
              numeric: true,
              headClass: 'max-sm:whitespace-normal',
              cell: ({ label, pressing }) => <FigureLink figure={pressing} what={`critical and high, ${label}`} />,
            },
            {
              heading: 'Awaiting Info',
              numeric: true,
              headClass: 'max-sm:whitespace-normal',
              cell: ({ label, awaiting }) => <FigureLink figure={awaiting} what={`awaiting info, ${label}`} />,
            },
          ]}
        />
      )}
    </Panel>
  );
}
