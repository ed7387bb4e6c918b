import type { TaskKind } from '../kind.ts';

/** The columns that a list can have beside the number, which is always the first. Names stand in the address. */
export const columnNames = [
  'title',
  'priority',
  'state',
  'account',
  'person',
  'group',
  'assignee',
  'opened',
  'updated',
] as const;

export type ColumnName = (typeof columnNames)[number];

/** *Opened* is the last but one everywhere: it goes first where there is little room. */
const standard: readonly ColumnName[] = ['title', 'priority', 'state', 'group', 'assignee', 'opened', 'updated'];

/** The lists that show something else. */
const otherwise: Readonly<Partial<Record<TaskKind, readonly ColumnName[]>>> = {
  case: ['title', 'priority', 'state', 'account', 'person', 'assignee', 'opened', 'updated'],
  incident: ['title', 'priority', 'state', 'person', 'group', 'assignee', 'opened', 'updated'],
  request: ['title', 'state', 'person', 'account', 'opened', 'updated'],
  requested_item: ['title', 'state', 'group', 'assignee', 'opened', 'updated'],
};

/** The columns of a kind's list where nobody has chosen others. */
export const usualColumns = (kind: TaskKind): readonly ColumnName[] => otherwise[kind] ?? standard;

const isColumnName = (name: string): name is ColumnName => columnNames.some((each) => each === name);

/** Reads `title,state`; null for the usual columns, and for what names none. */
export function parseColumns(kind: TaskKind, text: string | null): readonly ColumnName[] | null {
  const names = [...new Set((text ?? '').split(','))].filter(isColumnName);
  return names.length === 0 || names.join() === usualColumns(kind).join() ? null : names;
}
