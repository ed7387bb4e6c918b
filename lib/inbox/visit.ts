import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { isoTime } from '#lib/platform/iso-time.ts';
import { announceRead, readItems } from './read-items.ts';

/** An open page reports its visit every few seconds. Reports within this time are not stored, in milliseconds. */
const NEAR_ENOUGH = 30_000;

/**
 * Stores that the actor views a record now or, with `leaving`, viewed it until now. The actor may see the record. Viewing marks
 * the inbox lines about it as read. Leaving doesn't, because it may be the end of a background tab.
 */
export async function noteVisit(
  tx: Db,
  actor: Actor & { id: string },
  { taskId, leaving }: { taskId: string; leaving: boolean },
): Promise<void> {
  const at = now();
  const written = new Date(at.getTime() - (leaving ? 0 : NEAR_ENOUGH));
  const visit = Prisma.sql`
    insert into visits (user_id, task_id, at) values (${actor.id}::uuid, ${taskId}::uuid, ${at})
    on conflict (user_id, task_id) do update set at = excluded.at where visits.at < ${written}`;
  const looked = Prisma.sql`with visit as (${visit}), items as (${readItems(actor, { taskId }, at)})
    ${announceRead(actor, Prisma.sql`items`)}`;
  await tx.$executeRaw`/* prepared */ ${leaving ? visit : looked}`;
}

/** When the actor last viewed the task `t`, as an ISO time; null: never. */
export function lastVisit(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    (select ${isoTime('v.at')} from visits v where v.task_id = t.id and v.user_id = ${actor.id}::uuid)`;
}
