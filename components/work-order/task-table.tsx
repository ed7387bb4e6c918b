import { RecordState } from '#components/task/record-state.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import { pathOfNumber } from '#lib/task/kind.ts';
import type { TaskRow } from '#lib/work-order/queries/tasks.ts';

/** WO-1, WO-5 · The tasks of a work order: what, how far, with whom, and when. */
export function TaskTable({ caption, tasks }: { caption: string; tasks: readonly TaskRow[] }) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>Number</Th>
          <Th>Task</Th>
          <Th>State</Th>
          <Th>Assigned to</Th>
          <Th>Planned start</Th>
          <Th>Done</Th>
        </tr>
      </thead>
      <tbody>
        {tasks.map(({ number, title, state, assignee, plannedStart, actualEnd, followsOnFrom }) => (
          <tr key={number}>
            <Td>
              <TextLink href={pathOfNumber(number)} className="record-number" data-row-link>
                {number}
              </TextLink>
            </Td>
            <Td className="min-w-32 wrap-anywhere">
              {title}
              {followsOnFrom && <span className="block text-sm text-ink-muted">Follows on from {followsOnFrom}</span>}
            </Td>
            <Td className="cell-state">
              <RecordState state={state} />
            </Td>
            <Td className="cell-assignee">{assignee}</Td>
            <Td>{plannedStart && <ExactTime at={plannedStart} />}</Td>
            <Td>{actualEnd && <ExactTime at={actualEnd} />}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
