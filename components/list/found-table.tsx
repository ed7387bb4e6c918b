import { TaskState } from '#components/task/task-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import { pathOfNumber } from '#lib/task/kind.ts';
import type { FoundTask } from '#lib/task/list/found-task.ts';

/** Records of several kinds below each other, with what they have in common. */
export function FoundTable({ caption, tasks }: { caption: string; tasks: readonly FoundTask[] }) {
  return (
    <Table caption={caption} className="[&_table]:table-fixed">
      <thead className="max-sm:sr-only">
        <tr>
          <Th className="w-28">Number</Th>
          <Th>Short description</Th>
          <Th className="w-32">State</Th>
          <Th className="w-28 max-sm:hidden">Updated</Th>
        </tr>
      </thead>
      <tbody>
        {tasks.map(({ id, kind, number, shortDescription, state, updatedAt }) => (
          <tr key={id}>
            <Td className="max-sm:w-28">
              <Link
                href={pathOfNumber(number)}
                data-row-link
                className="record-number text-accent-ink underline-offset-2 hover:underline"
              >
                {number}
              </Link>
            </Td>
            <Td>
              <span title={shortDescription} className="block truncate">
                {shortDescription}
              </span>
            </Td>
            <Td className="max-sm:w-28">
              <TaskState kind={kind} state={state} />
            </Td>
            <Td className="max-sm:hidden">
              <RelativeTime at={updatedAt} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
