import { Banner } from '#components/ui/banner.tsx';
import type { VisitOfTask } from '#lib/appointment/queries/visit-of-task.ts';

/** WO-6, WO-15 · When the technician comes for a task, and who; or that the window still needs a technician. */
export function VisitNotice({ visit }: { visit: NonNullable<VisitOfTask['visit']> }) {
  return (
    <Banner tone={visit.technician ? 'info' : 'warning'}>
      Appointment: {visit.shown}
      {visit.technician ? ` with ${visit.technician}.` : '. No technician has it yet: move it to one who is free then.'}
    </Banner>
  );
}
