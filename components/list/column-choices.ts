import { defaultColumns } from '#lib/kinds/column-names.ts';
import { type ColumnName, columnNames } from '#lib/record/column-name.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { columnOf } from './columns.ts';

/** The items of the column menu: shown columns in their order, then the others. */
export function columnChoices(kind: TaskKind, chosen?: readonly ColumnName[]) {
  const shown = chosen ?? defaultColumns(kind);
  const names = [...shown, ...columnNames.filter((name) => !shown.includes(name))];
  return { shown, columns: names.map((name) => ({ name, label: columnOf(kind, name).label })) };
}
