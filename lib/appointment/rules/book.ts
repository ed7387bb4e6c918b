import { type WorkOrderTaskState, workOrderTaskStates } from '#lib/kinds/work-order-task/states.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** States in which a technician can still be sent: the work has not begun. */
const arranged: readonly WorkOrderTaskState[] = ['pending_dispatch', 'scheduled', 'assigned', 'accepted'];

/** WO-5, WO-6 · A visit is arranged only for a task that is ready for dispatch and not begun. */
export function canBeArranged({ number, state }: { number: string; state: string }): Verdict {
  if (arranged.some((each) => each === state)) return yes;
  const { label } = workOrderTaskStates[state as WorkOrderTaskState];
  return no('WO-5', `${number} is ${label}: its appointment cannot be changed now.`);
}

/** WO-6 · A task has at most one appointment; it is moved, not booked again. */
export function hasNoAppointment({ number }: { number: string }, there: object | null): Verdict {
  return there ? no('WO-6', `${number} has an appointment already. Move it instead.`) : yes;
}

/** REC-3 · An appointment changes only if the actor has seen its current version, by its sequence. */
export function appointmentWasSeen({ sequence }: { sequence: number }, seen: number): Verdict {
  if (sequence === seen) return yes;
  return no('REC-3', 'Someone else changed this appointment since you opened the page. Nothing was saved.');
}

type Visit = { id: string; technicianId: string | null } | undefined;

/** WO-12 · Two appointments of two technicians can be swapped. */
export function canBeSwapped(one: Visit, other: Visit): Verdict {
  if (!one || !other || one.id === other.id) return no('WO-12', 'Choose another appointment to swap with.');
  if (!one.technicianId || !other.technicianId)
    return no('WO-12', 'Both appointments need a technician before they can be swapped.');
  if (one.technicianId === other.technicianId)
    return no('WO-12', 'One technician has both appointments: there is nothing to swap.');
  return yes;
}
