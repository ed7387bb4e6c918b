import type { ListRow } from '#lib/list/list-tasks.ts';
import type { SortName } from '#lib/list/sorts.ts';

export type Cell = string | number | null;

export type Column = {
  label: string;
  sort?: SortName;
  /** How a cell of this column is rendered. */
  type: 'number' | 'title' | 'text' | 'priority' | 'state' | 'assignee' | 'time';
  /** Layout classes of the whole column, set on its heading. */
  className?: string;
  value: (row: ListRow) => Cell;
};

/** CASE-11 · The state that lists show for a resolved case while its customer's comment waits. */
export const ANSWERED = 'answered';
