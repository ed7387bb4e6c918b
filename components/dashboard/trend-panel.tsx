import { Panel } from '#components/ui/panel.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { ByDay, Day } from '#lib/dashboard/queries/by-day.ts';
import { dayName } from './day-name.ts';
import { FigureLink } from './figure-link.tsx';
import { EDGES } from './table-edges.ts';
import { TrendChart } from './trend-chart.tsx';

const busiest = (days: readonly Day[], of: 'created' | 'resolved') =>
  days.reduce((most, day) => (day[of].count > most[of].count ? day : most));

/** What one sees in the picture, in words. */
function saysOf({ days, created, resolved }: ByDay, locale: string): string {
  const [first] = days;
  const counts = `${created.count.toLocaleString('en')} created, ${resolved.count.toLocaleString('en')} resolved`;
  if (!first || created.count + resolved.count === 0) return `In ${days.length} days: ${counts}.`;
  const [in_, out] = [busiest(days, 'created'), busiest(days, 'resolved')];
  const most = `Most created on ${dayName(in_.day, locale)}: ${in_.created.count}. Most resolved on ${dayName(out.day, locale)}: ${out.resolved.count}.`;
  return `In ${days.length} days: ${counts}. ${most}`;
}

/** DASH-1 · Created against resolved by day: the picture, and the same figures as a table, the newest day first. */
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
          <Table caption="Created and resolved, day by day" className={EDGES}>
            <thead>
              <tr>
                <Th>Day</Th>
                <Th numeric>Created</Th>
                <Th numeric>Resolved</Th>
              </tr>
            </thead>
            <tbody>
              {days.toReversed().map(({ day, created, resolved }) => (
                <tr key={day}>
                  <Td>{dayName(day, locale)}</Td>
                  <Td numeric>
                    <FigureLink figure={created} what={`created, ${dayName(day, locale)}`} />
                  </Td>
                  <Td numeric>
                    <FigureLink figure={resolved} what={`resolved, ${dayName(day, locale)}`} />
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      </details>
    </Panel>
  );
}
