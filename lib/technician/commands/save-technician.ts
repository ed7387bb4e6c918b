import { canBeTechnicianSql } from '#lib/access/can-be-technician.ts';
import { mayManageTechnicians } from '#lib/access/field-service.ts';
import { lockTechnician } from '#lib/diary/lock-technician.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, found } from '#lib/platform/verdict.ts';
import { isNoTechnicianYet, wasSeen } from '../rules/save-technician.ts';
import type { SaveTechnician } from '../schema.ts';

/** Makes a user a technician, or saves a technician's details. Refused: REC-3 another user has changed them since. */
export async function saveTechnician(actor: Actor, { version, skills, ...details }: SaveTechnician): Promise<void> {
  enforce(mayManageTechnicians(actor));
  const { userId } = details;
  await transaction(async (tx) => {
    if (version === undefined) await add(tx, details);
    else {
      enforce(wasSeen(await lockTechnician(tx, userId), version));
      await tx.technician.update({ where: { userId }, data: { ...details, version: { increment: 1 } } });
    }
    await tx.technicianSkill.deleteMany({ where: { technicianId: userId } });
    await tx.technicianSkill.createMany({ data: skills.map((skill) => ({ technicianId: userId, skill })) });
  });
}

async function add(tx: Db, details: Omit<SaveTechnician, 'version' | 'skills'>): Promise<void> {
  const [user] = await tx.$queryRaw<{ id: string }[]>`
    select u.id from users u where u.id = ${details.userId}::uuid and ${canBeTechnicianSql} for no key update of u`;
  found(user, 'user who can be a technician');
  const before = await tx.technician.findUnique({ where: { userId: details.userId }, select: { userId: true } });
  enforce(isNoTechnicianYet(before !== null));
  await tx.technician.create({ data: details });
}
