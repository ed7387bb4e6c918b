import { maySearch } from '#lib/access/references.ts';
import { nameReferences } from '#lib/kinds/reference.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { daysShown, parseDays } from './days.ts';
import { choicesOf, type FilterName, filterNames, type ListFilter, listFilters } from './filters.ts';
import { type ListQuery, listHref, withFilter } from './list-query.ts';

/** A filter that is on: how it reads, what it holds, and the list without it. */
export type FilterChip = { name: string; label: string; value: string; removeHref: string };

/** What needs no looking up: a word, a choice, days, a number. */
function wordFor(query: ListQuery, name: FilterName, value: string): string | undefined {
  const filter: ListFilter = listFilters[name];
  if (filter.type === 'reference') return filter.words[value];
  if (filter.type === 'number') return value;
  if (filter.type === 'choices') return choicesOf(query.kind, name).find((option) => option.value === value)?.label;
  const days = parseDays(value);
  return days ? daysShown(days) : undefined;
}

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
    const values = query.filters[name] ?? [];
    const shown = values.map((value) => wordFor(query, name, value) ?? names.get(name) ?? 'unknown');
    const removeHref = listHref(withFilter(query, name, []));
    return { name, label: listFilters[name].label, value: shown.join(', '), removeHref };
  });
}
