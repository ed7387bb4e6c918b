import { Badge } from '#components/ui/badge.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Link } from '#components/ui/link.tsx';
import type { ListedTechnician } from '#lib/technician/queries/technicians.ts';

/** Technicians by name, each a link to hours, days off and skills. */
export function TechnicianTable({ technicians }: { technicians: readonly ListedTechnician[] }) {
  return (
    <DataTable
      caption="Technicians"
      rows={technicians}
      rowKey={({ userId }) => userId}
      columns={[
        {
          heading: 'Name',
          cellClass: 'min-w-40',
          cell: ({ userId, name, active }) => (
            <>
              <Link
                href={`/workspace/technicians/${userId}`}
                data-row-link
                className="mr-2 font-medium hover:underline"
              >
                {name}
              </Link>
              {!active && <Badge tone="muted">Not active</Badge>}
            </>
          ),
        },
        { heading: 'Region', cell: ({ region }) => region },
        { heading: 'Time zone', cell: ({ timeZone }) => timeZone.replaceAll('_', ' ') },
        { heading: 'Skills', cellClass: 'min-w-48', cell: ({ skills }) => skills.join(', ') },
        { heading: 'Working hours', cell: ({ hasHours }) => (hasHours ? 'Set' : 'None: no appointments are offered') },
      ]}
    />
  );
}
