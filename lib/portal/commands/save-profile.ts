import type { Person } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import type { SaveProfile } from '../schema.ts';

/** POR-10 · Saves a customer's name, language and time zone. */
export async function saveProfile(actor: Person, profile: SaveProfile): Promise<void> {
  await db().user.update({ where: { id: actor.id }, data: { ...profile, languageChosen: true, updatedAt: now() } });
}
