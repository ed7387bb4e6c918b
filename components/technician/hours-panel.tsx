import { DataTable } from '#components/ui/data-table.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { clock, weekdays } from '#lib/diary/rules/hours-do-not-overlap.ts';
import type { ShownTechnician } from '#lib/technician/queries/technicians.ts';
import { AddHoursDialog } from './add-hours-dialog.tsx';
import { RemoveRowButton } from './remove-row-button.tsx';

const dayOf = ({ weekday }: ShownTechnician['hours'][number]) => weekdays[weekday - 1] ?? '';

/** WO-10 · A technician's working hours by weekday. */
export function HoursPanel({ technicianId, hours }: { technicianId: string; hours: ShownTechnician['hours'] }) {
  return (
    <Panel title="Working hours" action={<AddHoursDialog technicianId={technicianId} />} flush={hours.length > 0}>
      {hours.length > 0 ? (
        <DataTable
          caption="Working hours"
          rows={hours}
          rowKey={({ id }) => id}
          columns={[
            { heading: 'Weekday', cell: dayOf },
            { heading: 'From', cell: ({ fromMinute }) => clock(fromMinute) },
            {
              heading: 'To',
              cell: ({ fromMinute, toMinute }) => `${clock(toMinute)}${toMinute <= fromMinute ? ' the next day' : ''}`,
            },
            {
              heading: 'Valid',
              cell: ({ validFrom, validTo }) =>
                [validFrom && `from ${validFrom}`, validTo && `to ${validTo}`].filter(Boolean).join(' '),
            },
            {
              heading: 'Remove',
              headingHidden: true,
              cell: (row) => (
                <RemoveRowButton
                  of="hours"
                  id={row.id}
                  label={`Remove hours on ${dayOf(row)} from ${clock(row.fromMinute)}`}
                />
              ),
            },
          ]}
        />
      ) : (
        <p className="text-ink-muted">No hours yet: no appointments are offered with this technician.</p>
      )}
    </Panel>
  );
}
