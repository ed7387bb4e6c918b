import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { announceRead, readItems } from '../read-items.ts';
import type { MarkRead } from '../schema.ts';

/** Marks the actor's inbox lines up to a time as read. Later lines stay unread. */
export async function markRead(actor: Actor & { id: string }, { until }: MarkRead): Promise<void> {
  await db().$executeRaw`
    with items as (${readItems(actor, { until }, now())}) ${announceRead(actor, Prisma.sql`items`)}`;
}
