import type { Person } from '#lib/platform/actor.ts';
import { around } from '#lib/platform/transaction.ts';

/** WO-10 · Time zone of the technician's working hours, or the user's own zone if there is none. */
export async function zoneOf(actor: Person): Promise<string> {
  const technician = await around().technician.findUnique({ where: { userId: actor.id }, select: { timeZone: true } });
  return technician?.timeZone ?? actor.timeZone;
}
