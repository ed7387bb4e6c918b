import type { TaskKind } from '#lib/task/kind.ts';
import type { ListRow } from '#lib/task/list/list-tasks.ts';
import type { SortName } from '#lib/task/list/sorts.ts';

export type Cell = string | number | null;

export type Column = {
  label: string;
  sort?: SortName;
  /** How a cell of it is drawn. */
  type: 'number' | 'title' | 'text' | 'priority' | 'state' | 'assignee' | 'time';
  /** Layout of the whole column, at its heading. */
  className?: string;
  value: (row: ListRow) => Cell;
};

const number: Column = {
  label: 'Number',
  sort: 'number',
  type: 'number',
  className: 'w-26 min-w-26',
  value: (row) => row.number,
};

const shortDescription: Column = {
  label: 'Short description',
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
  type: 'state',
  className: 'w-32 column-below-title',
  value: (row) => row.state,
};

/** Where states have long names. */
const longState: Column = { ...state, className: 'w-40 column-below-title' };

const account: Column = { label: 'Account', type: 'text', className: 'w-32', value: (row) => row.account };

const group: Column = { label: 'Assignment group', type: 'text', className: 'w-36', value: (row) => row.group };

/** Where there is room for all of it. */
const wholeGroup: Column = { ...group, className: 'w-48' };

const assignedTo: Column = { label: 'Assigned to', type: 'assignee', className: 'w-28', value: (row) => row.assignee };

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

/** *Opened* is the last but one everywhere: it goes first where there is little room. */
const standard: readonly Column[] = [
  number,
  shortDescription,
  priority,
  longState,
  wholeGroup,
  assignedTo,
  opened,
  updated,
];

/** The lists that show something else. */
const otherwise: Readonly<Partial<Record<TaskKind, readonly Column[]>>> = {
  case: [number, shortDescription, priority, state, account, person('Customer'), assignedTo, opened, updated],
  incident: [number, shortDescription, priority, state, person('Caller'), group, assignedTo, opened, updated],
  change: [number, shortDescription, priority, state, wholeGroup, assignedTo, opened, updated],
  request: [number, shortDescription, longState, person('Requested for'), account, opened, updated],
  requested_item: [number, shortDescription, longState, wholeGroup, assignedTo, opened, updated],
};

/** The columns of a kind's list. */
export const columnsOf = (kind: TaskKind): readonly Column[] => otherwise[kind] ?? standard;
