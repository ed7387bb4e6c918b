import { DataTable } from '#components/ui/data-table.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { ByDay, Day } from '#lib/dashboard/queries/by-day.ts';
import { dayName } from './day-name.ts';
import { FigureLink } from './figure-link.tsx';
import { EDGES } from './table-edges.ts';
import { TrendChart } from './trend-chart.tsx';

const busiest = (days: readonly Day[], of: 'created' | 'resolved') =>
  days.reduce((most, day) => (day[of].count > most[of].count ? day : most));

/** The chart's content in words. */
function saysOf({ days, created, resolved }: ByDay, locale: string): string {
  const [first] = days;
  const counts = `${created.count.toLocaleString('en')} created, ${resolved.count.toLocaleString('en')} resolved`;
  if (!first || created.count + resolved.count === 0) return `In ${days.length} days: ${counts}.`;
  const [in_, out] = [busiest(days, 'created'), busiest(days, 'resolved')];
  const most = `Most created on ${dayName(in_.day, locale)}: ${in_.created.count}. Most resolved on ${dayName(out.day, locale)}: ${out.resolved.count}.`;
  return `In ${days.length} days: ${counts}. ${most}`;
}

/** DASH-1 · Created against resolved by day: a chart, and the same figures as a table, newest day first. */
export function TrendPanel({ byDay, locale }: { byDay: ByDay; locale: string }) {
  const { days } = byDay;
  return (
    <Panel title="Created and resolved" flush>
      <TrendChart days={days} says={saysOf(byDay, locale)} locale={locale} />
      <details className="border-t">
        <summary className="cursor-pointer px-4 py-2 text-sm font-medium text-ink-muted hover:text-ink focus-visible:-outline-offset-2">
          Day by day
        </summary>
        <div className="max-h-80 overflow-y-auto border-t">
          <DataTable
            caption="Created and resolved, day by day"
            className={EDGES}
            rows={days.toReversed()}
            rowKey={({ day }) => day}
            columns={[
              { heading: 'Day', cell: ({ day }) => dayName(day, locale) },
              {
                heading: 'Created',
                numeric: true,
                cell: ({ day, created }) => <FigureLink figure={created} what={`created, ${dayName(day, locale)}`} />,
              },
              {
                heading: 'Resolved',
                numeric: true,
                cell: ({ day, resolved }) => (
                  <FigureLink figure={resolved} what={`resolved, ${dayName(day, locale)}`} />
                ),
              },
            ]}
          />
        </div>
      </details>
    </Panel>
  );
}
