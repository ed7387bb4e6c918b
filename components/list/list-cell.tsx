import { RecordState } from '#components/record/record-state.tsx';
import { TaskPriority } from '#components/record/task-priority.tsx';
import { type Reader, TimeAgo } from '#components/ui/time-ago.tsx';
import type { Cell, Column } from './column.ts';
import type { TableData } from './table-data.ts';

interface ListCellProps {
  type: Column['type'];
  value: Cell;
  states: TableData['states'];
  reader: Reader;
}

/** Class names by which styles and the row editor find a cell. */
const classes: Partial<Record<Column['type'], string>> = {
  title: 'cell-title',
  priority: 'cell-priority',
  state: 'cell-state',
  assignee: 'cell-assignee',
};

/** A list cell, rendered by its column's type. A tooltip shows text that is cut off. */
export function ListCell({ type, value, states, reader }: ListCellProps) {
  if (value === null) return <td className={classes[type]} />;
  if (type === 'time')
    return (
      <td>
        <TimeAgo at={new Date(value)} reader={reader} />
      </td>
    );
  if (type === 'priority')
    return (
      <td className={classes.priority}>
        <TaskPriority priority={Number(value)} />
      </td>
    );
  const state = type === 'state' && states[value];
  if (state)
    return (
      <td className={classes.state}>
        <RecordState state={state} />
      </td>
    );
  return (
    <td className={classes[type]} title={String(value)}>
      {value}
    </td>
  );
}
