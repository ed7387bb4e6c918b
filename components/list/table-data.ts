import { isOver, type StateShown, stateShown } from '#lib/kinds/state-shown.ts';
import { type ListQuery, listHref } from '#lib/list/list-query.ts';
import type { ListRow } from '#lib/list/list-tasks.ts';
import { nextSort, type SortName } from '#lib/list/sorts.ts';
import type { ColumnName } from '#lib/record/column-name.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { ANSWERED, type Cell } from './column.ts';
import { columnsOf } from './columns.ts';

export type SortLink = { href: string; direction: 'ascending' | 'descending' | 'none' };

/** A list's table as sent to the browser: each value once, with shared values stored beside the rows. */
export type TableData = {
  kind: TaskKind;
  /** Absent: the default columns. */
  columns?: readonly ColumnName[];
  /** A row's number, its version, and its other cells in the order of the columns. */
  rows: readonly (readonly [number: string, version: number, ...cells: Cell[]])[];
  states: Readonly<Record<string, StateShown>>;
  /** The numbers of the records that can no longer be changed. */
  over: readonly string[];
  /** ACC-13 · The numbers of the records that the actor may only read. */
  readOnly: readonly string[];
  sorts: Readonly<Partial<Record<SortName, SortLink>>>;
};

const answeredShown: StateShown = { label: 'Answered', tone: 'waiting' };

export function tableData(query: ListQuery, rows: readonly ListRow[]): TableData {
  const { kind, columns } = query;
  const [, ...others] = columnsOf(kind, columns);
  const sorts = others.flatMap(({ sort }) => sort ?? []).concat('number');
  return {
    kind,
    ...(columns ? { columns } : {}),
    rows: rows.map((row) => [row.number, row.version, ...others.map(({ value }) => value(row))]),
    over: rows.filter(({ state }) => isOver(kind, state)).map(({ number }) => number),
    readOnly: rows.filter(({ writable }) => !writable).map(({ number }) => number),
    states: Object.fromEntries(
      rows.map(({ state, answered }) => (answered ? [ANSWERED, answeredShown] : [state, stateShown(kind, state)])),
    ),
    sorts: Object.fromEntries(sorts.map((by) => [by, sortLink(by, query)])),
  };
}

function sortLink(by: SortName, query: ListQuery): SortLink {
  const { sort } = query;
  const href = listHref({ ...query, sort: nextSort(by, sort), page: null });
  if (sort.by !== by) return { href, direction: 'none' };
  return { href, direction: sort.descending ? 'descending' : 'ascending' };
}
