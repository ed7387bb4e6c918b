/** What can be changed in a row, and the class of its cell there. */
export const rowFields = [
  { name: 'priority', label: 'priority', cell: 'cell-priority' },
  { name: 'state', label: 'state', cell: 'cell-state' },
  { name: 'assignedToId', label: 'assignee', cell: 'cell-assignee' },
] as const;

export type RowField = (typeof rowFields)[number]['name'];
