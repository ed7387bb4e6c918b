import { type Days, parseDays } from '#lib/list/days.ts';
import type { FilterChip } from '#lib/list/filter-chips.ts';
import { choicesOf, type FilterName, filterNames, type ListFilter, listFilters } from '#lib/list/filters.ts';
import { type ListQuery, listParams } from '#lib/list/list-query.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';

type Option = { value: string; label: string };

/** A field of the filters, filled with what is on. */
export type FilterField = { name: FilterName; label: string } & (
  | { type: 'days'; days: Days }
  | { type: 'choices'; options: readonly Option[]; chosen: readonly string[] }
  | { type: 'reference'; target: string; words: Readonly<Record<string, string>>; value: string | null; shown: string }
);

/** Everything that a list can be filtered by, as it goes to the browser. */
export type FilterData = {
  path: string;
  /** How many are on. */
  count: number;
  /** What the address holds beside them, and keeps. */
  kept: readonly (readonly [name: string, value: string])[];
  fields: readonly FilterField[];
};

/** Filters that come from a link on another page: they have a chip but no field. */
const withoutField: readonly string[] = ['contact', 'consumer', 'answered', 'waits', 'major'];
const isOf = (kind: TaskKind, filter: ListFilter) => !filter.of || filter.of === kind;

const hasNoField = (name: string) => name === 'q' || name === 'sort' || withoutField.includes(name);

export function filterData(query: ListQuery, chips: readonly FilterChip[]): FilterData {
  return {
    path: `/workspace/${taskKinds[query.kind].path}`,
    count: chips.length,
    kept: Object.entries(listParams({ ...query, page: null })).filter(([name]) => hasNoField(name)),
    fields: filterNames
      .filter((name) => !withoutField.includes(name) && isOf(query.kind, listFilters[name]))
      .map((name) => filterField(query, name, chips.find((chip) => chip.name === name)?.value ?? '')),
  };
}

/** A field of the filters, as it stands now; `shown`: what its value is called, where it is a thing. */
export function filterField({ kind, filters }: ListQuery, name: FilterName, shown: string): FilterField {
  const filter = listFilters[name];
  const { label } = filter;
  const chosen = filters[name] ?? [];
  if (filter.type === 'reference')
    return {
      name,
      label,
      type: 'reference',
      target: filter.target,
      words: filter.words,
      value: chosen[0] ?? null,
      shown,
    };
  if (filter.type === 'days')
    return { name, label, type: 'days', days: parseDays(chosen[0] ?? '') ?? { from: null, to: null } };
  const options = choicesOf(kind, name).map((choice) => ({ value: choice.value, label: choice.label }));
  return { name, label, type: 'choices', options, chosen };
}
