import { maySearch } from '#lib/access/references.ts';
import { nameReferences } from '#lib/kinds/reference.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { daysShown, parseDays } from './days.ts';
import { choicesOf, type FilterName, filterNames, type ListFilter, listFilters } from './filters.ts';
import { type ListQuery, listHref, withFilter } from './list-query.ts';

/** An active filter: its label, its value, and the list without it. */
export type FilterChip = { name: string; label: string; value: string; removeHref: string };

/** Values that need no query: a word, a choice, days, a number. */
function wordFor(query: ListQuery, name: FilterName, value: string): string | undefined {
  const filter: ListFilter = listFilters[name];
  if (filter.type === 'reference') return filter.words[value];
  if (filter.type === 'number') return value;
  if (filter.type === 'choices') return choicesOf(query.kind, name).find((option) => option.value === value)?.label;
  const days = parseDays(value);
  return days ? daysShown(days) : undefined;
}

/**
 * The active filters of a list, with references shown by name. ACC-6: a record that the actor may not search stays unnamed,
 * even if its id is in the URL.
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
