import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { MarkSeen } from '../schema.ts';

/** Marks everything up to a time as seen. Home shows only later changes. The time never moves backwards. */
export async function markSeen(actor: Person, { until }: MarkSeen): Promise<void> {
  await db().user.updateMany({
    where: { id: actor.id, OR: [{ lookedAt: null }, { lookedAt: { lt: until } }] },
    data: { lookedAt: until },
  });
}
