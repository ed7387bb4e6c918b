import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { Day } from '#lib/dashboard/queries/by-day.ts';

/** The chart's coordinate size; it is stretched to the available space. */
export const PLOT = { width: 1000, height: 200 } as const;

/** The two lines of a trend as paths within PLOT, their points, and the axis labels' positions in percent. */
export type Trend = {
  created: string;
  resolved: string;
  createdPoints: string;
  resolvedPoints: string;
  rows: { count: number; top: number }[];
  columns: { day: string; left: number }[];
};

type Series = 'created' | 'resolved';

/** Number of labelled days on the axis. */
const NAMED = 4;

export function trendOf(days: readonly Day[]): Trend {
  const most = Math.max(...days.flatMap(({ created, resolved }) => [created.count, resolved.count]), 4);
  const y = scaleLinear().domain([0, most]).nice(4).range([PLOT.height, 0]);
  const x = scalePoint()
    .domain(days.map(({ day }) => day))
    .range([0, PLOT.width]);
  const at = ({ day }: Day) => x(day) ?? 0;
  const pathOf = (of: Series) => line<Day>(at, (each) => y(each[of].count))([...days]) ?? '';
  // A zero-length line with a round or square cap draws a point that stretching does not distort.
  const pointsOf = (of: Series) => days.map((day) => `M${at(day)},${y(day[of].count)}h0`).join('');
  const step = Math.max(1, Math.floor((days.length - 1) / (NAMED - 1)));
  return {
    created: pathOf('created'),
    resolved: pathOf('resolved'),
    createdPoints: pointsOf('created'),
    resolvedPoints: pointsOf('resolved'),
    rows: y
      .ticks(4)
      .filter(Number.isInteger)
      .map((count) => ({ count, top: (y(count) / PLOT.height) * 100 })),
    columns: days
      .filter((_, index) => (days.length - 1 - index) % step === 0)
      .map((day) => ({ day: day.day, left: (at(day) / PLOT.width) * 100 })),
  };
}
