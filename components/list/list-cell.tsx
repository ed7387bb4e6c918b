import { RecordState } from '#components/task/record-state.tsx';
import { TaskPriority } from '#components/task/task-priority.tsx';
import { type Reader, TimeAgo } from '#components/ui/time-ago.tsx';
import type { Cell, Column } from './columns.ts';
import type { TableData } from './table-data.ts';

interface ListCellProps {
  type: Column['type'];
  value: Cell;
  states: TableData['states'];
  reader: Reader;
}

/** A cell of a list, drawn as its column says. What is cut off there is whole on hover. */
export function ListCell({ type, value, states, reader }: ListCellProps) {
  if (value === null) return <td />;
  if (type === 'time')
    return (
      <td>
        <TimeAgo at={new Date(value)} reader={reader} />
      </td>
    );
  if (type === 'priority')
    return (
      <td className="cell-priority">
        <TaskPriority priority={Number(value)} />
      </td>
    );
  const state = type === 'state' && states[value];
  if (state)
    return (
      <td className="cell-state">
        <RecordState state={state} />
      </td>
    );
  return (
    <td className={type === 'title' ? 'cell-title' : undefined} title={String(value)}>
      {value}
    </td>
  );
}
