import { RecordPriority } from '#components/task/record-priority.tsx';
import { RecordState } from '#components/task/record-state.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { ProblemIncident } from '#lib/problem/queries/incidents.ts';
import { pathOfNumber } from '#lib/task/kind.ts';

/** The incidents that name the problem; the newest changes on top. */
export function IncidentTable({ incidents, count }: { incidents: readonly ProblemIncident[]; count: number }) {
  if (incidents.length === 0)
    return <EmptyState title="No incidents">Incidents that name this problem appear here.</EmptyState>;
  return (
    <>
      <Table caption="Incidents">
        <thead>
          <tr>
            <Th>Number</Th>
            <Th>Short description</Th>
            <Th>Priority</Th>
            <Th>State</Th>
            <Th>Assigned to</Th>
            <Th>Updated</Th>
          </tr>
        </thead>
        <tbody>
          {incidents.map(({ number, title, priority, state, assignedTo, updatedAt }) => (
            <tr key={number}>
              <Td>
                <TextLink href={pathOfNumber(number)} className="record-number">
                  {number}
                </TextLink>
              </Td>
              <Td className="wrap-anywhere">{title}</Td>
              <Td>
                <RecordPriority {...priority} />
              </Td>
              <Td>
                <RecordState state={state} />
              </Td>
              <Td>{assignedTo}</Td>
              <Td>
                <RelativeTime at={updatedAt} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {count > incidents.length && (
        <p className="mt-2 text-sm text-ink-muted">
          The last {incidents.length} of {count.toLocaleString('en')}.
        </p>
      )}
    </>
  );
}
