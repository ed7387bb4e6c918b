import type { Metadata } from 'next';
import { foundOrNot } from '#app/found-or-not.ts';
import { AddTechnicianDialog } from '#components/technician/add-technician-dialog.tsx';
import { TechnicianTable } from '#components/technician/technician-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { timeZoneOptions } from '#lib/platform/time-zones.ts';
import { requireActor } from '#lib/session/current-actor.ts';
import { newTechnicians, technicians } from '#lib/technician/queries/technicians.ts';

export const metadata: Metadata = { title: 'Technicians' };

export default async function TechniciansPage() {
  const actor = await requireActor();
  const [rows, users] = await foundOrNot(Promise.all([technicians(actor), newTechnicians(actor)]));
  return (
    <>
      <PageHeader
        title="Technicians"
        meta="Technicians, their working hours and their skills."
        actions={<AddTechnicianDialog users={users} timeZones={timeZoneOptions(actor.timeZone)} own={actor.timeZone} />}
      />
      {rows.length > 0 ? (
        <TechnicianTable technicians={rows} />
      ) : (
        <EmptyState title="No technicians yet">
          Add users with the role wm_agent. Appointments are offered in their working hours.
        </EmptyState>
      )}
    </>
  );
}
