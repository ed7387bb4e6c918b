import { db } from '#lib/platform/db.ts';

/** The zone in which times are shown to somebody who has never chosen one: that of the browser of the first sign-in. */
export async function takeBrowsersTimeZone(userId: string, timeZone: string): Promise<void> {
  await db().user.updateMany({ where: { id: userId, timeZone: null }, data: { timeZone } });
}
