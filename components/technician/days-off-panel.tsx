import { DataTable } from '#components/ui/data-table.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { ShownTechnician } from '#lib/technician/queries/technicians.ts';
import { AddDaysOffDialog } from './add-days-off-dialog.tsx';
import { RemoveRowButton } from './remove-row-button.tsx';

/** WO-10, WO-15 · A technician's current and future days off. */
export function DaysOffPanel({ technicianId, daysOff }: { technicianId: string; daysOff: ShownTechnician['daysOff'] }) {
  return (
    <Panel title="Days off" action={<AddDaysOffDialog technicianId={technicianId} />} flush={daysOff.length > 0}>
      {daysOff.length > 0 ? (
        <DataTable
          caption="Days off"
          rows={daysOff}
          rowKey={({ id }) => id}
          columns={[
            { heading: 'First day', cell: ({ from }) => from },
            { heading: 'Last day', cell: ({ to }) => to },
            { heading: 'Reason', cellClass: 'min-w-40', cell: ({ reason }) => reason },
            {
              heading: 'Remove',
              headingHidden: true,
              cell: ({ id, from }) => <RemoveRowButton of="days off" id={id} label={`Remove days off from ${from}`} />,
            },
          ]}
        />
      ) : (
        <p className="text-ink-muted">No days off are planned.</p>
      )}
    </Panel>
  );
}
