import { mayManageTechnicians } from '#lib/access/field-service.ts';
import { lockTechnician } from '#lib/diary/lock-technician.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, found } from '#lib/platform/verdict.ts';
import type { RemoveDaysOff } from '../schema.ts';

/** WO-10 · Removes days off, so that windows are offered on them again. */
export async function removeDaysOff(actor: Actor, { id }: RemoveDaysOff): Promise<void> {
  enforce(mayManageTechnicians(actor));
  await transaction(async (tx) => {
    const row = found(await tx.daysOff.findUnique({ where: { id } }), 'day off');
    await lockTechnician(tx, row.technicianId);
    await tx.daysOff.deleteMany({ where: { id } });
  });
}
