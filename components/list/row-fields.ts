/** The fields that can be edited in a row, and the class of their cells. */
export const rowFields = [
  { name: 'priority', label: 'priority', cell: 'cell-priority' },
  { name: 'state', label: 'state', cell: 'cell-state' },
  { name: 'assignedToId', label: 'assignee', cell: 'cell-assignee' },
] as const;

export type RowField = (typeof rowFields)[number]['name'];
