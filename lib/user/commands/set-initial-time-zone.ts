import { db } from '#lib/platform/db.ts';

/** Uses the browser's time zone for a user who has none yet. */
export async function setInitialTimeZone(userId: string, timeZone: string): Promise<void> {
  await db().user.updateMany({ where: { id: userId, timeZone: null }, data: { timeZone } });
}
