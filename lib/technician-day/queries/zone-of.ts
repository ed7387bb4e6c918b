import type { Person } from '#lib/platform/actor.ts';
import { around } from '#lib/platform/transaction.ts';

/** WO-10 · The zone of a technician's working hours; of a person who has none, the own. */
export async function zoneOf(actor: Person): Promise<string> {
  const technician = await around().technician.findUnique({ where: { userId: actor.id }, select: { timeZone: true } });
  return technician?.timeZone ?? actor.timeZone;
}
