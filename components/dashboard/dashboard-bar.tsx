import { filterField } from '#components/list/filter-fields.ts';
import { FilterMenu } from '#components/list/filter-menu.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { Link } from '#components/ui/link.tsx';
import { serialize } from '#components/ui/serialized.ts';
import {
  DASHBOARD_PATH,
  type DashboardQuery,
  dashboardFilters,
  dashboardHref,
  periods,
} from '#lib/dashboard/dashboard-query.ts';
import type { FilterChip } from '#lib/list/filter-chips.ts';
import { listOf } from '#lib/list/list-query.ts';

/** The dashboard's filters, the same as those of lists, and its time range. */
export function DashboardBar({ query, chips }: { query: DashboardQuery; chips: readonly FilterChip[] }) {
  const list = listOf('case', query.filters);
  const shown = (name: string) => chips.find((chip) => chip.name === name)?.value ?? '';
  const fields = dashboardFilters.map((name) => filterField(list, name, shown(name)));
  const otherParams = [['days', String(query.days)]] as const;
  return (
    <div className="flex flex-wrap items-center gap-2 pb-3">
      <FilterMenu filters={serialize({ path: DASHBOARD_PATH, count: chips.length, otherParams, fields })} />
      {chips.map(({ name, label, value, removeHref }) => (
        <Chip key={name} label={label} value={value} removeHref={removeHref} />
      ))}
      <nav aria-label="Period" className="ml-auto flex gap-0.5">
        {periods.map((days) => (
          <Link
            key={days}
            href={dashboardHref({ ...query, days })}
            aria-current={days === query.days ? 'true' : undefined}
            className="segment aria-[current]:bg-accent-soft aria-[current]:text-accent-ink"
          >
            {`${days} days`}
          </Link>
        ))}
      </nav>
    </div>
  );
}
