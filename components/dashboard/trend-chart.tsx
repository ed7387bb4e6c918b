import { clsx } from 'clsx';
import type { Day } from '#lib/dashboard/queries/by-day.ts';
import { dayName } from './day-name.ts';
import { PLOT, trendOf } from './trend-scales.ts';

const LINE = { fill: 'none', vectorEffect: 'non-scaling-stroke' } as const;
const created = 'stroke-accent';
const resolved = 'stroke-tone-green';

/** A legend sample: a piece of the line with its point. */
function Sample({ className, square }: { className: string; square?: boolean }) {
  const [cap, dashes] = square ? (['square', '5 4'] as const) : (['round', undefined] as const);
  return (
    <svg aria-hidden viewBox="0 0 28 10" className={clsx('h-2.5 w-7', className)}>
      <path d="M1,5h26" strokeWidth={2} strokeDasharray={dashes} />
      <path d="M14,5h0" strokeWidth={6} strokeLinecap={cap} />
    </svg>
  );
}

/** Created against resolved: a solid line with round points, a dashed one with square points. Its table is below. */
export function TrendChart({ days, says, locale }: { days: readonly Day[]; says: string; locale: string }) {
  const trend = trendOf(days);
  const width = days.length > 45 ? 3 : 5;
  return (
    <figure className="px-4 pt-3">
      <figcaption className="flex flex-wrap gap-x-5 text-sm text-ink-muted">
        <span className="inline-flex items-center gap-1.5">
          <Sample className={created} /> Created
        </span>
        <span className="inline-flex items-center gap-1.5">
          <Sample className={resolved} square /> Resolved
        </span>
      </figcaption>
      <div role="img" aria-label={says} className="relative mt-3 mb-7 ml-9 h-48 xl:h-73">
        {trend.rows.map(({ count, top }) => (
          <div key={count} className="absolute inset-x-0 border-t" style={{ top: `${top}%` }}>
            <span className="absolute right-full -translate-y-1/2 pr-2 text-xs text-ink-faint tabular-nums">
              {count.toLocaleString('en')}
            </span>
          </div>
        ))}
        <svg
          aria-hidden
          viewBox={`0 0 ${PLOT.width} ${PLOT.height}`}
          preserveAspectRatio="none"
          className="absolute inset-0 size-full overflow-visible"
        >
          <path {...LINE} className={resolved} d={trend.resolved} strokeWidth={2} strokeDasharray="5 4" />
          <path {...LINE} className={resolved} d={trend.resolvedPoints} strokeWidth={width} strokeLinecap="square" />
          <path {...LINE} className={created} d={trend.created} strokeWidth={2} />
          <path {...LINE} className={created} d={trend.createdPoints} strokeWidth={width + 1} strokeLinecap="round" />
        </svg>
        {trend.columns.map(({ day, left }) => (
          <span
            key={day}
            className={clsx(
              'absolute top-full pt-1.5 text-xs whitespace-nowrap text-ink-faint',
              left > 95 ? '-translate-x-full' : left > 5 && '-translate-x-1/2',
            )}
            style={{ left: `${left}%` }}
          >
            {dayName(day, locale)}
          </span>
        ))}
      </div>
    </figure>
  );
}
