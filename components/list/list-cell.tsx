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

/** By which the rows' style and their editor know a cell. */
const classes: Partial<Record<Column['type'], string>> = {
  title: 'cell-title',
  priority: 'cell-priority',
  state: 'cell-state',
  assignee: 'cell-assignee',
};

/** A cell of a list, drawn as its column says. What is cut off there is whole on hover. */
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
