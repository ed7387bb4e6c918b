import { openStates } from '#lib/kinds/open-states.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { type ListQuery, listOf, listText } from './list-query.ts';

/** The filter of agent queues: child cases are left out, because they follow their major case. */
export const queueFilters = (kind: TaskKind): ListQuery['filters'] =>
  kind === 'case' ? { family: ['major', 'other'] } : {};

/** The views that every list has, besides one per state. */
const own = [
  { name: 'Mine', filters: { assigned: ['me'], active: ['yes'] } },
  { name: "My groups'", filters: { group: ['mine'], active: ['yes'] } },
  { name: 'Unassigned', filters: { assigned: ['nobody'], active: ['yes'] } },
] as const satisfies readonly { name: string; filters: ListQuery['filters'] }[];

/** The default views of a kind's list, as query strings. */
export function commonViews(kind: TaskKind): { name: string; query: string }[] {
  const first = [
    { name: 'All', filters: {} },
    { name: 'Open', filters: { state: openStates(kind) } },
  ];
  const mine = own.map(({ name, filters }) => ({ name, filters: { ...filters, ...queueFilters(kind) } }));
  return [...first, ...mine].map(({ name, filters }) => ({ name, query: listText(listOf(kind, filters)) }));
}

/** The user's active records, as the navigation counts them; includes resolved ones. */
export const mineText = (kind: TaskKind) =>
  listText(listOf(kind, { assigned: ['me'], active: ['yes'], ...queueFilters(kind) }));
