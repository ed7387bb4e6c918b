import { RecordPriority } from '#components/record/record-priority.tsx';
import { RecordState } from '#components/record/record-state.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { IncidentRow } from '#lib/incident/queries/incidents-of.ts';
import { pathOfNumber } from '#lib/record/kind.ts';

interface IncidentTableProps {
  label: string;
  /** Text shown without incidents. */
  empty: string;
  incidents: readonly IncidentRow[];
  count: number;
}

/** A record's incidents, latest changes first. */
export function IncidentTable({ label, empty, incidents, count }: IncidentTableProps) {
  if (incidents.length === 0) return <EmptyState title={`No ${label.toLowerCase()}`}>{empty}</EmptyState>;
  return (
    <>
      <DataTable
        caption={label}
        rows={incidents}
        rowKey={({ number }) => number}
        columns={[
          {
            heading: 'Number',
            cell: ({ number }) => <NumberLink number={number} href={pathOfNumber(number)} />,
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
