import { openStates } from '#lib/kinds/open-states.ts';
import { type ListQuery, listHref, listOf } from '#lib/list/list-query.ts';

/** DASH-1 · A number of cases, and the list that holds them. */
export type Figure = { count: number; href: string };

/** A figure with what it counts. */
export type Line = { label: string; figure: Figure };

type Filters = ListQuery['filters'];

/** The cases that the filters leave over. */
export const casesWith = (count: number, filters: Filters): Figure => ({
  count,
  href: listHref(listOf('case', filters)),
});

/** Those of them that are worked on. */
export const openCasesWith = (count: number, filters: Filters): Figure =>
  casesWith(count, { state: openStates('case'), ...filters });
