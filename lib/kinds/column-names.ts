import { type ColumnName, columnNames } from '#lib/record/column-name.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';

/** *Opened* is the last but one everywhere: it goes first where there is little room. */
const standard: readonly ColumnName[] = ['title', 'priority', 'state', 'group', 'assignee', 'opened', 'updated'];

/** The columns of a kind's list where nobody has chosen others. */
export const usualColumns = (kind: TaskKind): readonly ColumnName[] => taskKinds[kind].list?.columns ?? standard;

const isColumnName = (name: string): name is ColumnName => columnNames.some((each) => each === name);

/** Reads `title,state`; null for the usual columns, and for what names none. */
export function parseColumns(kind: TaskKind, text: string | null): readonly ColumnName[] | null {
  const names = [...new Set((text ?? '').split(','))].filter(isColumnName);
  return names.length === 0 || names.join() === usualColumns(kind).join() ? null : names;
}
