import { type Days, parseDays } from '#lib/list/days.ts';
import type { FilterChip } from '#lib/list/filter-chips.ts';
import { choicesOf, type FilterName, filterNames, type ListFilter, listFilters } from '#lib/list/filters.ts';
import { type ListQuery, listParams } from '#lib/list/list-query.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';

type Option = { value: string; label: string };

/** A filter field with its current value. */
export type FilterField = { name: FilterName; label: string } & (
  | { type: 'days'; days: Days }
  | { type: 'choices'; options: readonly Option[]; chosen: readonly string[] }
  | { type: 'reference'; target: string; words: Readonly<Record<string, string>>; value: string | null; shown: string }
);

/** All filters of a list, serialized for the browser. */
export type FilterData = {
  path: string;
  /** Number of active filters. */
  count: number;
  /** Other parameters of the address, which are kept. */
  otherParams: readonly (readonly [name: string, value: string])[];
  fields: readonly FilterField[];
};

/** Filters that only links from other pages set: they have a chip but no field. */
const withoutField: readonly string[] = ['contact', 'consumer', 'answered', 'waits', 'major'];
const isOf = (kind: TaskKind, filter: ListFilter) => !filter.of || filter.of === kind;

const hasNoField = (name: string) => name === 'q' || name === 'sort' || withoutField.includes(name);

export function filterData(query: ListQuery, chips: readonly FilterChip[]): FilterData {
  return {
    path: `/workspace/${taskKinds[query.kind].path}`,
    count: chips.length,
    otherParams: Object.entries(listParams({ ...query, page: null })).filter(([name]) => hasNoField(name)),
    fields: filterNames
      .filter((name) => !withoutField.includes(name) && isOf(query.kind, listFilters[name]))
      .map((name) => filterField(query, name, chips.find((chip) => chip.name === name)?.value ?? '')),
  };
}

/** A filter field with its current value; `shown`: the value's label if it is a record. */
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
