import { openStates } from '#lib/kinds/open-states.ts';
import { type ListQuery, listHref, listOf } from '#lib/list/list-query.ts';

/** DASH-1 · A number of cases, and the link to the list of these cases. */
export type Figure = { count: number; href: string };

/** A figure and its label. */
export type Line = { label: string; figure: Figure };

type Filters = ListQuery['filters'];

/** Figure for the cases that match the filters. */
export const casesWith = (count: number, filters: Filters): Figure => ({
  count,
  href: listHref(listOf('case', filters)),
});

/** Figure for the open cases that match the filters. */
export const openCasesWith = (count: number, filters: Filters): Figure =>
  casesWith(count, { state: openStates('case'), ...filters });
