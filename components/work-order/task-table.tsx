import { RecordState } from '#components/record/record-state.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { pathOfNumber } from '#lib/record/kind.ts';
import type { TaskRow } from '#lib/work-order/queries/tasks.ts';

/** WO-1, WO-5 · The tasks of a work order: title, state, technician and time. */
export function TaskTable({ caption, tasks }: { caption: string; tasks: readonly TaskRow[] }) {
  return (
    <DataTable
      caption={caption}
      rows={tasks}
      rowKey={({ number }) => number}
      columns={[
        {
          heading: 'Number',
          cell: ({ number }) => <NumberLink number={number} href={pathOfNumber(number)} data-row-link />,
        },
        {
          heading: 'Task',
          cellClass: 'min-w-32 wrap-anywhere',
          cell: ({ title, followsOnFrom }) => (
            <>
              {title}
              {followsOnFrom && <span className="block text-sm text-ink-muted">Follows on from {followsOnFrom}</span>}
            </>
          ),
        },
        { heading: 'State', cellClass: 'cell-state', cell: ({ state }) => <RecordState state={state} /> },
        { heading: 'Assigned to', cellClass: 'cell-assignee', cell: ({ assignee }) => assignee },
        { heading: 'Planned start', cell: ({ plannedStart }) => plannedStart && <ExactTime at={plannedStart} /> },
        { heading: 'Done', cell: ({ actualEnd }) => actualEnd && <ExactTime at={actualEnd} /> },
      ]}
    />
  );
}
