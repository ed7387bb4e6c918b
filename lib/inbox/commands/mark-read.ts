import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { readItems, tellOfRead } from '../read-items.ts';
import type { MarkRead } from '../schema.ts';

/** Marks all that the actor's inbox had at a time as read; what came later is not. */
export async function markRead(actor: Actor & { id: string }, { until }: MarkRead): Promise<void> {
  await db().$executeRaw`
    with items as (${readItems(actor, { until }, now())}) ${tellOfRead(actor, Prisma.sql`items`)}`;
}
