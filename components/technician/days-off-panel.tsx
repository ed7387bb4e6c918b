import { Panel } from '#components/ui/panel.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { ShownTechnician } from '#lib/technician/queries/technicians.ts';
import { AddDaysOffDialog } from './add-days-off-dialog.tsx';
import { RemoveRowButton } from './remove-row-button.tsx';

/** WO-10, WO-15 · The days off of a technician that are not over. */
export function DaysOffPanel({ technicianId, daysOff }: { technicianId: string; daysOff: ShownTechnician['daysOff'] }) {
  return (
    <Panel title="Days off" action={<AddDaysOffDialog technicianId={technicianId} />} flush={daysOff.length > 0}>
      {daysOff.length > 0 ? (
        <Table caption="Days off">
          <thead>
            <tr>
              <Th>First day</Th>
              <Th>Last day</Th>
              <Th>Reason</Th>
              <Th>
                <span className="sr-only">Remove</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {daysOff.map(({ id, from, to, reason }) => (
              <tr key={id}>
                <Td>{from}</Td>
                <Td>{to}</Td>
                <Td className="min-w-40">{reason}</Td>
                <Td>
                  <RemoveRowButton of="days off" id={id} label={`Remove days off from ${from}`} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <p className="text-ink-muted">No days off are planned.</p>
      )}
    </Panel>
  );
}
