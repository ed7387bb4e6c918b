import type { Person } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import type { SetOwnLanguage, SetOwnTimeZone } from '../schema.ts';

/** MAIL-10 · Sets the language of the user's emails. */
export async function setOwnLanguage(actor: Person, { language }: SetOwnLanguage): Promise<void> {
  await db().user.update({ where: { id: actor.id }, data: { language, languageChosen: true, updatedAt: now() } });
}

/** Sets the time zone in which the user sees times. */
export async function setOwnTimeZone(actor: Person, { timeZone }: SetOwnTimeZone): Promise<void> {
  await db().user.update({ where: { id: actor.id }, data: { timeZone, updatedAt: now() } });
}

/** Uses the browser's time zone for a user who has none yet. */
export async function setInitialTimeZone(userId: string, timeZone: string): Promise<void> {
  await db().user.updateMany({ where: { id: userId, timeZone: null }, data: { timeZone } });
}
