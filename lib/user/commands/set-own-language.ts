import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import type { SetOwnLanguage } from '../schema.ts';

/** MAIL-10 · Sets the language of the user's emails. */
export async function setOwnLanguage(actor: Actor & { id: string }, { language }: SetOwnLanguage): Promise<void> {
  await db().user.update({ where: { id: actor.id }, data: { language, languageChosen: true, updatedAt: now() } });
}
