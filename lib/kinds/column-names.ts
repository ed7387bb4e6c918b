import { type ColumnName, columnNames } from '#lib/record/column-name.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';

/** *Opened* is always second to last, because it is the first column hidden when space is short. */
const standard: readonly ColumnName[] = ['title', 'priority', 'state', 'group', 'assignee', 'opened', 'updated'];

/** The default columns of a kind's list. */
export const defaultColumns = (kind: TaskKind): readonly ColumnName[] => taskKinds[kind].list?.columns ?? standard;

const isColumnName = (name: string): name is ColumnName => columnNames.some((each) => each === name);

/** Parses `title,state`. Null for the default columns, or if no name is valid. */
export function parseColumns(kind: TaskKind, text: string | null): readonly ColumnName[] | null {
  const names = [...new Set((text ?? '').split(','))].filter(isColumnName);
  return names.length === 0 || names.join() === defaultColumns(kind).join() ? null : names;
}
