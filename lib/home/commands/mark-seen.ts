import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { MarkSeen } from '../schema.ts';

/** Says that everything up to a time was seen: what home tells as changed begins there. It never goes back. */
export async function markSeen(actor: Actor & { id: string }, { until }: MarkSeen): Promise<void> {
  await db().user.updateMany({
    where: { id: actor.id, OR: [{ lookedAt: null }, { lookedAt: { lt: until } }] },
    data: { lookedAt: until },
  });
}
