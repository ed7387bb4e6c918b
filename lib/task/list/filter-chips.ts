import { maySeeAccounts, maySeeConsumers } from '#lib/access/customers.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { nameReferences, type ReferenceKind } from '../reference.ts';
import { choicesOf, filterNames, listFilters } from './filters.ts';
import { type ListQuery, listHref, withFilter } from './list-query.ts';

/** A filter that is on: how it reads, what it holds, and the list without it. */
export type FilterChip = { name: string; label: string; value: string; removeHref: string };

/** Whose names are not for everybody who has a list. */
const seen: Readonly<Partial<Record<ReferenceKind, (actor: Actor) => boolean>>> = {
  contact: maySeeAccounts,
  consumer: maySeeConsumers,
};

function mayName(actor: Actor, kind: ReferenceKind): boolean {
  return seen[kind]?.(actor) ?? true;
}

/**
 * The filters of a list that are on, in words; things are called by their names. ACC-6: a customer whom the actor may not
 * see stays unknown, whoever made the address up.
 */
export async function filterChips(query: ListQuery, actor: Actor): Promise<FilterChip[]> {
  const on = filterNames.filter((name) => query.filters[name]);
  const things = on.flatMap((field) => {
    const filter = listFilters[field];
    const [id = ''] = query.filters[field] ?? [];
    if (filter.type !== 'reference' || Object.hasOwn(filter.words, id) || !mayName(actor, filter.target)) return [];
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
