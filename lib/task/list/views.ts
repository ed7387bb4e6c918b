import type { TaskKind } from '../kind.ts';
import { type ListQuery, listOf, listText } from './list-query.ts';

/** The views that every list begins with. */
const own = [
  { name: 'All', filters: {} },
  { name: 'Open', filters: { active: ['yes'] } },
  { name: 'Mine', filters: { assigned: ['me'], active: ['yes'] } },
  { name: "My groups'", filters: { group: ['mine'], active: ['yes'] } },
  { name: 'Unassigned', filters: { assigned: ['nobody'], active: ['yes'] } },
] as const satisfies readonly { name: string; filters: ListQuery['filters'] }[];

/** The views that every list of a kind begins with, as addresses after the question mark. */
export function commonViews(kind: TaskKind): { name: string; query: string }[] {
  return own.map(({ name, filters }) => ({ name, query: listText(listOf(kind, filters)) }));
}
