import { Link } from '#components/ui/link.tsx';
import type { Figure } from '#lib/dashboard/figure.ts';
import type { Dashboard } from '#lib/dashboard/queries/dashboard.ts';

/** DASH-1 · The key figures, each with a link to its list. */
export function Headline({ of: { open, byDay, times, majors }, days }: { of: Dashboard; days: number }) {
  const shown: readonly (readonly [string, Figure])[] = [
    ['Open cases', open.all],
    ['Critical and high', open.pressing],
    ['Unassigned', open.unassigned],
    [`Created in ${days} days`, byDay.created],
    [`Resolved in ${days} days`, byDay.resolved],
    ['Not answered yet', times.unanswered],
    ...(majors ? [['Major cases running', majors.all] as const] : []),
  ];
  return (
    <ul
      aria-label="At a glance"
      className="grid grid-cols-2 gap-px overflow-hidden rounded-md border bg-line sm:grid-cols-4 xl:grid-cols-7"
    >
      {shown.map(([what, { count, href }]) => (
        <li key={what} className="grid bg-surface last:odd:col-span-2 sm:last:odd:col-span-2 xl:last:odd:col-span-1">
          <Link
            href={href}
            className="flex flex-col-reverse justify-end px-4 py-2.5 hover:bg-sunken focus-visible:-outline-offset-2"
          >
            <span className="text-sm text-ink-muted">{what}</span>
            <span className="text-xl font-semibold tabular-nums">{count.toLocaleString('en')}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
