import { mayManageTechnicians } from '#lib/access/field-service.ts';
import { lockTechnician } from '#lib/diary/lock-technician.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, found } from '#lib/platform/verdict.ts';
import type { RemoveWorkingHours } from '../schema.ts';

/** WO-10 · Removes a row of working hours; booked visits stay booked. */
export async function removeWorkingHours(actor: Actor, { id }: RemoveWorkingHours): Promise<void> {
  enforce(mayManageTechnicians(actor));
  await transaction(async (tx) => {
    const row = found(await tx.workingHours.findUnique({ where: { id } }), 'row of working hours');
    await lockTechnician(tx, row.technicianId);
    await tx.workingHours.deleteMany({ where: { id } });
  });
}
