import { maySearch } from '#lib/access/references.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { nameReferences } from '../reference.ts';
import { choicesOf, filterNames, listFilters } from './filters.ts';
import { type ListQuery, listHref, withFilter } from './list-query.ts';

/** A filter that is on: how it reads, what it holds, and the list without it. */
export type FilterChip = { name: string; label: string; value: string; removeHref: string };

/**
 * The filters of a list that are on, in words; things are called by their names. ACC-6: what the actor may not search stays
 * unknown, whoever made the address up.
 */
export async function filterChips(query: ListQuery, actor: Actor): Promise<FilterChip[]> {
  const on = filterNames.filter((name) => query.filters[name]);
  const things = on.flatMap((field) => {
    const filter = listFilters[field];
    const [id = ''] = query.filters[field] ?? [];
    if (filter.type !== 'reference' || Object.hasOwn(filter.words, id) || !maySearch(actor, filter.target)) return [];
    return [{ field, kind: filter.target, id }];
  });
  const names = await nameReferences(db(), things);
  return on.map((name) => {
    const filter = listFilters[name];
    const values = query.filters[name] ?? [];
    const words: Readonly<Record<string, string>> = filter.type === 'reference' ? filter.words : {};
    const options = choicesOf(query.kind, name);
    const shown = values.map(
      (value) =>
        words[value] ?? options.find((option) => option.value === value)?.label ?? names.get(name) ?? 'unknown',
    );
    return { name, label: filter.label, value: shown.join(', '), removeHref: listHref(withFilter(query, name, [])) };
  });
}
