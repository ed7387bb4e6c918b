import type { TaskKind } from '#lib/task/kind.ts';
import { type ColumnName, columnNames } from '#lib/task/list/column-name.ts';
import { usualColumns } from '#lib/task/list/column-names.ts';
import { columnOf } from './columns.ts';

/** What the menu of columns offers: those that are shown, in their order, then the others. */
export function columnChoices(kind: TaskKind, chosen?: readonly ColumnName[]) {
  const shown = chosen ?? usualColumns(kind);
  const names = [...shown, ...columnNames.filter((name) => !shown.includes(name))];
  return { shown, columns: names.map((name) => ({ name, label: columnOf(kind, name).label })) };
}
