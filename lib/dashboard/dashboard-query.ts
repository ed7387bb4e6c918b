import { type FilterChip, filterChips } from '#lib/list/filter-chips.ts';
import type { FilterName } from '#lib/list/filters.ts';
import { type ListQuery, listOf, listText, parseListQuery } from '#lib/list/list-query.ts';
import type { Actor } from '#lib/platform/actor.ts';

/** The dashboard's filters, in the order of its form. Their parameters are those of the case list. */
export const dashboardFilters = ['group', 'product', 'item', 'account'] as const satisfies readonly FilterName[];

/** How many days back the dashboard looks, including today. */
export const periods = [7, 30, 90] as const;

export type Period = (typeof periods)[number];

/** What the dashboard shows. All of it is in the address. */
export type DashboardQuery = { filters: ListQuery['filters']; days: Period };

const USUAL: Period = 30;

export const DASHBOARD_PATH = '/workspace/dashboard';

type Params = Parameters<typeof parseListQuery>[1];

/** Reads an address. Ignores parameters that it does not recognize. */
export function parseDashboardQuery(params: Params): DashboardQuery {
  const { filters } = parseListQuery('case', params);
  const kept = dashboardFilters.flatMap((name) => (filters[name] ? [[name, filters[name]] as const] : []));
  const days = periods.find((each) => String(each) === params.days) ?? USUAL;
  return { filters: Object.fromEntries(kept), days };
}

export function dashboardHref({ filters, days }: DashboardQuery): string {
  const parts = [listText(listOf('case', filters)), days === USUAL ? '' : `days=${days}`].filter(Boolean);
  return parts.length > 0 ? `${DASHBOARD_PATH}?${parts.join('&')}` : DASHBOARD_PATH;
}

/** Labels of the active filters, each with a link to the dashboard without that filter. */
export async function dashboardChips({ filters, days }: DashboardQuery, actor: Actor): Promise<FilterChip[]> {
  const chips = await filterChips(listOf('case', filters), actor);
  return chips.map((chip) => {
    const others = Object.entries(filters).filter(([name]) => name !== chip.name);
    return { ...chip, removeHref: dashboardHref({ filters: Object.fromEntries(others), days }) };
  });
}
