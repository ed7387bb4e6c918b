import { mayKeepTechnicians } from '#lib/access/field-service.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { dateOf } from '../calendar-date.ts';
import { lockTechnician } from '../lock-technician.ts';
import { mayAddRows } from '../rules/keep-hours.ts';
import type { AddDaysOff } from '../schema.ts';

/** WO-10 · Gives a technician days off: whole dates of the own zone, the first and the last included. */
export async function addDaysOff(actor: Actor, { technicianId, from, to, reason }: AddDaysOff): Promise<void> {
  enforce(mayKeepTechnicians(actor));
  await transaction(async (tx) => {
    await lockTechnician(tx, technicianId);
    enforce(mayAddRows(await tx.daysOff.count({ where: { technicianId } }), 1));
    await tx.daysOff.create({ data: { technicianId, fromDate: dateOf(from), toDate: dateOf(to), reason } });
  });
}
