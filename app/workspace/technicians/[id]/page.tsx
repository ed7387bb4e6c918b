import type { Metadata } from 'next';
import { foundOrNot } from '#app/found-or-not.ts';
import { DaysOffPanel } from '#components/technician/days-off-panel.tsx';
import { HoursPanel } from '#components/technician/hours-panel.tsx';
import { TechnicianForm } from '#components/technician/technician-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { timeZoneOptions } from '#lib/platform/time-zones.ts';
import { requireActor } from '#lib/session/current-actor.ts';
import { technicianOf } from '#lib/technician/queries/technicians.ts';

export const metadata: Metadata = { title: 'Technician' };

export default async function TechnicianPage({ params }: PageProps<'/workspace/technicians/[id]'>) {
  const actor = await requireActor();
  const { id } = await params;
  const technician = await foundOrNot(technicianOf(actor, id));
  return (
    <>
      <PageHeader
        title={technician.name}
        meta={`Times are in ${technician.timeZone.replaceAll('_', ' ')}.`}
        back={{ href: '/workspace/technicians', label: 'Technicians' }}
      />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <div className="grid gap-4">
          <HoursPanel technicianId={id} hours={technician.hours} />
          <DaysOffPanel technicianId={id} daysOff={technician.daysOff} />
        </div>
        <Panel title="Details">
          <TechnicianForm technician={technician} timeZones={timeZoneOptions(technician.timeZone)} />
        </Panel>
      </div>
    </>
  );
}
