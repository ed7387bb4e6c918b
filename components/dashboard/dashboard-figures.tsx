import { DataTable } from '#components/ui/data-table.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { DashboardQuery } from '#lib/dashboard/dashboard-query.ts';
import type { Line } from '#lib/dashboard/figure.ts';
import type { Dashboard } from '#lib/dashboard/queries/dashboard.ts';
import { AgentsPanel } from './agents-panel.tsx';
import { Bar } from './bar.tsx';
import { FigureLink } from './figure-link.tsx';
import { Headline } from './headline.tsx';
import { MajorsPanel } from './majors-panel.tsx';
import { EDGES } from './table-edges.ts';
import { TimesPanel } from './times-panel.tsx';
import { TrendPanel } from './trend-panel.tsx';
import { WaitingPanel } from './waiting-panel.tsx';

interface DashboardFiguresProps {
  figures: Dashboard;
  query: DashboardQuery;
  /** The reader's date format. */
  locale: string;
}

const NOTHING = 'No open case matches the filters.';

/** DASH-1 · All charts of the dashboard with their tables, the most urgent first. */
export function DashboardFigures({ figures, query: { filters, days }, locale }: DashboardFiguresProps) {
  const { open, byDay, times, waiting, majors } = figures;
  return (
    <div className="grid gap-4">
      <Headline of={figures} days={days} />
      <div className="grid gap-4 xl:grid-cols-2">
        <TrendPanel byDay={byDay} locale={locale} />
        <div className="grid content-start gap-4">
          <TimesPanel times={times} days={days} />
          {waiting.length > 0 && <WaitingPanel waiting={waiting} />}
        </div>
      </div>
      {majors && <MajorsPanel majors={majors} filtered={Object.keys(filters).length > 0} />}
      <div className="grid gap-4 lg:grid-cols-3">
        <BarTable title="Open by state" of="State" lines={open.byState} empty={NOTHING} />
        <BarTable title="Open by priority" of="Priority" lines={open.byPriority} empty={NOTHING} />
        <BarTable title="Open by age" of="Opened" lines={open.byAge} empty={NOTHING} />
      </div>
      <div className="grid gap-4 xl:grid-cols-2">
        <BarTable title="Open by group" of="Assignment group" lines={open.byGroup} empty={NOTHING} />
        <AgentsPanel agents={open.byAgent} />
      </div>
    </div>
  );
}

interface BarTableProps {
  title: string;
  /** Heading of the first column: what a row stands for. */
  of: string;
  lines: readonly Line[];
  empty: string;
}

/** Open cases by group, as chart and table in one: a bar, and a figure that links to its list. */
function BarTable({ title, of, lines, empty }: BarTableProps) {
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
