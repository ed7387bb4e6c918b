/** The columns that a list can have beside the number, which is always the first. The URL contains their names. */
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
