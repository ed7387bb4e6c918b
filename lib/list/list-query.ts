import { parseColumns } from '#lib/kinds/column-names.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { isUuid } from '#lib/platform/uuid.ts';
import type { ColumnName } from '#lib/record/column-name.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { formatDays, parseDays } from './days.ts';
import { choicesOf, type FilterName, filterNames, type ListFilter, listFilters } from './filters.ts';
import { type Cursor, defaultSort, formatCursor, formatSort, parseCursor, parseSort, type Sort } from './sorts.ts';

/** What a list shows. All of it is in the URL, so that a link, a saved view and the Back button show the same. */
export type ListQuery = {
  kind: TaskKind;
  words: string;
  filters: Readonly<Partial<Record<FilterName, readonly string[]>>>;
  sort: Sort;
  /** Absent: the default columns of the kind. */
  columns?: readonly ColumnName[];
  page: { after: Cursor } | { before: Cursor } | null;
};

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Parses a URL; invalid parameters are ignored, never an error. */
export function parseListQuery(kind: TaskKind, params: Params): ListQuery {
  const text = (name: string) => [params[name] ?? []].flat()[0] ?? null;
  const sort = parseSort(text('sort'));
  const after = parseCursor(text('after'), sort);
  const before = parseCursor(text('before'), sort);
  const filters: Partial<Record<FilterName, readonly string[]>> = {};
  for (const name of filterNames) {
    const values = filterValues(kind, name, [params[name] ?? []].flat());
    if (values.length > 0) filters[name] = values;
  }
  const columns = parseColumns(kind, text('columns'));
  return {
    kind,
    ...(columns ? { columns } : {}),
    words: searchInput(text('q') ?? ''),
    filters,
    sort,
    page: after ? { after } : before ? { before } : null,
  };
}

/** A full case number. */
const CASE = new RegExp(`^${taskKinds.case.prefix}\\d{7,12}$`);

function filterValues(kind: TaskKind, name: FilterName, given: readonly string[]): string[] {
  const requested = new Set(given.flatMap((each) => each.split(',')));
  const filter: ListFilter = listFilters[name];
  if (filter.of && filter.of !== kind) return [];
  if (filter.type === 'choices')
    return choicesOf(kind, name)
      .map(({ value }) => value)
      .filter((value) => requested.has(value));
  return [...requested].flatMap((value) => oneOf(filter, value)).slice(0, 1);
}

function oneOf(filter: Exclude<ListFilter, { type: 'choices' }>, value: string): string[] {
  if (filter.type === 'number') return CASE.test(value) ? [value] : [];
  if (filter.type === 'reference') return Object.hasOwn(filter.words, value) || isUuid(value) ? [value] : [];
  const days = parseDays(value);
  return days ? [formatDays(days)] : [];
}

/** The query as URL parameters; the page is left out on the first page. */
export function listParams({ words, filters, sort, columns, page }: ListQuery): Record<string, string> {
  const params: Record<string, string> = {};
  if (words) params.q = words;
  for (const name of filterNames) if (filters[name]) params[name] = filters[name].join(',');
  if (formatSort(sort) !== formatSort(defaultSort)) params.sort = formatSort(sort);
  if (columns) params.columns = columns.join(',');
  if (page && 'after' in page) params.after = formatCursor(page.after);
  if (page && 'before' in page) params.before = formatCursor(page.before);
  return params;
}

/** The URL of a list. */
export function listHref(query: ListQuery): string {
  const text = listText(query);
  return `/workspace/${taskKinds[query.kind].path}${text && `?${text}`}`;
}

/** The query string of a list; a saved view stores it. */
export function listText(query: ListQuery): string {
  // Keep commas between choices unescaped, for readability.
  return new URLSearchParams(listParams(query)).toString().replaceAll('%2C', ',');
}

/** The same list with another filter, starting at its first page. */
export function withFilter(query: ListQuery, name: FilterName, values: readonly string[]): ListQuery {
  const { [name]: _before, ...others } = query.filters;
  return { ...query, page: null, filters: values.length > 0 ? { ...others, [name]: values } : others };
}

/** All records of a kind, or those that match some filters. */
export function listOf(kind: TaskKind, filters: ListQuery['filters'] = {}): ListQuery {
  return { kind, words: '', filters, sort: defaultSort, page: null };
}
