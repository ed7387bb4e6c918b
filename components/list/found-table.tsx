import { TaskState } from '#components/record/task-state.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { FoundTask } from '#lib/list/found-task.ts';
import { pathOfNumber } from '#lib/record/kind.ts';

/** Records of several kinds in one table, with the columns that all kinds have. */
export function FoundTable({ caption, tasks }: { caption: string; tasks: readonly FoundTask[] }) {
  return (
    <DataTable
      caption={caption}
      className="[&_table]:table-fixed"
      headClass="max-sm:sr-only"
      rows={tasks}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: 'Number',
          headClass: 'w-28',
          cellClass: 'max-sm:w-28',
          cell: ({ number }) => <NumberLink number={number} href={pathOfNumber(number)} data-row-link />,
        },
        {
          heading: 'Short description',
          cell: ({ shortDescription }) => (
            <span title={shortDescription} className="block truncate">
              {shortDescription}
            </span>
          ),
        },
        {
          heading: 'State',
          headClass: 'w-32',
          cellClass: 'max-sm:w-28',
          cell: ({ kind, state }) => <TaskState kind={kind} state={state} />,
        },
        {
          heading: 'Updated',
          headClass: 'w-28 max-sm:hidden',
          cellClass: 'max-sm:hidden',
          cell: ({ updatedAt }) => <RelativeTime at={updatedAt} />,
        },
      ]}
    />
  );
}
