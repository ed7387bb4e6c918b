import { Panel } from '#components/ui/panel.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { ShownTechnician } from '#lib/technician/queries/technicians.ts';
import { clock, weekdays } from '#lib/technician/rules/keep-hours.ts';
import { AddHoursDialog } from './add-hours-dialog.tsx';
import { RemoveRowButton } from './remove-row-button.tsx';

/** WO-10 · When a technician works, weekday by weekday. */
export function HoursPanel({ technicianId, hours }: { technicianId: string; hours: ShownTechnician['hours'] }) {
  return (
    <Panel title="Working hours" action={<AddHoursDialog technicianId={technicianId} />} flush={hours.length > 0}>
      {hours.length > 0 ? (
        <Table caption="Working hours">
          <thead>
            <tr>
              <Th>Weekday</Th>
              <Th>From</Th>
              <Th>To</Th>
              <Th>Valid</Th>
              <Th>
                <span className="sr-only">Remove</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {hours.map(({ id, weekday, fromMinute, toMinute, validFrom, validTo }) => {
              const day = weekdays[weekday - 1] ?? '';
              return (
                <tr key={id}>
                  <Td>{day}</Td>
                  <Td>{clock(fromMinute)}</Td>
                  <Td>
                    {clock(toMinute)}
                    {toMinute <= fromMinute && ' the next day'}
                  </Td>
                  <Td>{[validFrom && `from ${validFrom}`, validTo && `to ${validTo}`].filter(Boolean).join(' ')}</Td>
                  <Td>
                    <RemoveRowButton of="hours" id={id} label={`Remove hours on ${day} from ${clock(fromMinute)}`} />
                  </Td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      ) : (
        <p className="text-ink-muted">No hours yet: no appointments are offered with this technician.</p>
      )}
    </Panel>
  );
}
