import { RecordPriority } from '#components/task/record-priority.tsx';
import { RecordState } from '#components/task/record-state.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { ProblemIncident } from '#lib/problem/queries/incidents.ts';
import { pathOfNumber } from '#lib/task/kind.ts';

/** The incidents that name the problem; the newest changes on top. */
export function IncidentTable({ incidents, count }: { incidents: readonly ProblemIncident[]; count: number }) {
  if (incidents.length === 0)
    return <EmptyState title="No incidents">Incidents that name this problem appear here.</EmptyState>;
  return (
    <>
      <DataTable
        caption="Incidents"
        rows={incidents}
        rowKey={({ number }) => number}
        columns={[
          {
            heading: 'Number',
            cell: ({ number }) => (
              <TextLink href={pathOfNumber(number)} className="record-number">
                {number}
              </TextLink>
            ),
          },
          { heading: 'Short description', cellClass: 'wrap-anywhere', cell: ({ title }) => title },
          { heading: 'Priority', cell: ({ priority }) => <RecordPriority {...priority} /> },
          { heading: 'State', cell: ({ state }) => <RecordState state={state} /> },
          { heading: 'Assigned to', cell: ({ assignedTo }) => assignedTo },
          { heading: 'Updated', cell: ({ updatedAt }) => <RelativeTime at={updatedAt} /> },
        ]}
      />
      {count > incidents.length && (
        <p className="mt-2 text-sm text-ink-muted">
          The last {incidents.length} of {count.toLocaleString('en')}.
        </p>
      )}
    </>
  );
}
