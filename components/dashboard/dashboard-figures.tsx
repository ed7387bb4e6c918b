import type { DashboardQuery } from '#lib/dashboard/dashboard-query.ts';
import type { Dashboard } from '#lib/dashboard/queries/dashboard.ts';
import { AgentsPanel } from './agents-panel.tsx';
import { BarTable } from './bar-table.tsx';
import { Headline } from './headline.tsx';
import { MajorsPanel } from './majors-panel.tsx';
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
