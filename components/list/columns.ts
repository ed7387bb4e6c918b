import { defaultColumns } from '#lib/kinds/column-names.ts';
import type { ColumnName } from '#lib/record/column-name.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { ANSWERED, type Column } from './column.ts';

const number: Column = {
  label: 'Number',
  sort: 'number',
  type: 'number',
  className: 'w-26 min-w-26',
  value: (row) => row.number,
};

const shortDescription: Column = {
  label: 'Short description',
  sort: 'title',
  type: 'title',
  className: 'max-lg:min-w-52',
  value: (row) => row.shortDescription,
};

const priority: Column = {
  label: 'Priority',
  sort: 'priority',
  type: 'priority',
  className: 'w-34 column-below-title',
  value: (row) => row.priority,
};

const state: Column = {
  label: 'State',
  sort: 'state',
  type: 'state',
  className: 'w-32 column-below-title',
  value: (row) => (row.answered ? ANSWERED : row.state),
};

const account: Column = {
  label: 'Account',
  sort: 'account',
  type: 'text',
  className: 'w-32',
  value: (row) => row.account,
};

const group: Column = { label: 'Assignment group', type: 'text', className: 'w-36', value: (row) => row.group };

const assignedTo: Column = {
  label: 'Assigned to',
  sort: 'assignee',
  type: 'assignee',
  className: 'w-28',
  value: (row) => row.assignee,
};

const opened: Column = {
  label: 'Opened',
  sort: 'opened',
  type: 'time',
  className: 'w-24',
  value: (row) => row.openedAt.getTime(),
};

const updated: Column = {
  label: 'Updated',
  sort: 'updated',
  type: 'time',
  className: 'w-26',
  value: (row) => row.updatedAt.getTime(),
};

const person = (label: string): Column => ({ label, type: 'text', className: 'w-32', value: (row) => row.person });

const byName: Readonly<Record<ColumnName, Column>> = {
  title: shortDescription,
  priority,
  state,
  account,
  person: { ...person('Customer'), sort: 'person' },
  group,
  assignee: assignedTo,
  opened,
  updated,
};

/** For kinds with long state names, and for lists with room for full group names. */
const wide = { state: { ...state, className: 'w-40 column-below-title' }, group: { ...group, className: 'w-48' } };

/** A kind's column by its name in the address. */
export function columnOf(kind: TaskKind, name: ColumnName): Column {
  const list = taskKinds[kind].list;
  if (name === 'person' && list?.person) return person(list.person);
  return (name === 'state' || name === 'group') && list?.wide?.includes(name) ? wide[name] : byName[name];
}

/** The columns of a kind's list: the number, then the chosen or default ones. */
export const columnsOf = (kind: TaskKind, chosen?: readonly ColumnName[]): readonly Column[] => [
  number,
  ...(chosen ?? defaultColumns(kind)).map((name) => columnOf(kind, name)),
];
