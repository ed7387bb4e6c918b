import { type Db, Prisma } from '#lib/platform/db.ts';
import { found } from '#lib/platform/verdict.ts';

/** Locks a technician until the transaction ends, so that changes of hours, days off and appointments don't overlap. */
export async function lockTechnician(
  tx: Db,
  userId: string,
  lock = Prisma.sql`for update`,
): Promise<{ userId: string; version: number }> {
  const [technician] = await tx.$queryRaw<{ userId: string; version: number }[]>`
    select user_id as "userId", version from technicians where user_id = ${userId}::uuid ${lock}`;
  return found(technician, 'technician');
}
