import { openStates } from '#lib/kinds/open-states.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { type ListQuery, listOf, listText } from './list-query.ts';

/** What follows its major case is not in an agent's queue: child cases are there for who asks for them. */
export const queueFilters = (kind: TaskKind): ListQuery['filters'] =>
  kind === 'case' ? { family: ['major', 'other'] } : {};

/** The views that every list begins with, besides those of its states. */
const own = [
  { name: 'Mine', filters: { assigned: ['me'], active: ['yes'] } },
  { name: "My groups'", filters: { group: ['mine'], active: ['yes'] } },
  { name: 'Unassigned', filters: { assigned: ['nobody'], active: ['yes'] } },
] as const satisfies readonly { name: string; filters: ListQuery['filters'] }[];

/** The views that every list of a kind begins with, as addresses after the question mark. */
export function commonViews(kind: TaskKind): { name: string; query: string }[] {
  const first = [
    { name: 'All', filters: {} },
    { name: 'Open', filters: { state: openStates(kind) } },
  ];
  const mine = own.map(({ name, filters }) => ({ name, filters: { ...filters, ...queueFilters(kind) } }));
  return [...first, ...mine].map(({ name, filters }) => ({ name, query: listText(listOf(kind, filters)) }));
}

/** What is active and one's own, as the figures in the navigation count it: what is resolved is among it. */
export const mineText = (kind: TaskKind) =>
  listText(listOf(kind, { assigned: ['me'], active: ['yes'], ...queueFilters(kind) }));
