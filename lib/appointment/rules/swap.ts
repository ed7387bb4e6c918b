import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

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
