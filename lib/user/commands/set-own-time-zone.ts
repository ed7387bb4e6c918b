import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import type { SetOwnTimeZone } from '../schema.ts';

/** Sets the time zone in which the user sees times. */
export async function setOwnTimeZone(actor: Actor & { id: string }, { timeZone }: SetOwnTimeZone): Promise<void> {
  await db().user.update({ where: { id: actor.id }, data: { timeZone, updatedAt: now() } });
}
