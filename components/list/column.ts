import type { ListRow } from '#lib/list/list-tasks.ts';
import type { SortName } from '#lib/list/sorts.ts';

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

/** CASE-11 · As which a resolved case stands in lists while its customer's comment waits. */
export const ANSWERED = 'answered';
