import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { isoTime } from '#lib/platform/iso-time.ts';
import { readItems, tellOfRead } from './read-items.ts';

/** Who looks at a record says so every few seconds; so much of it need not be written, in milliseconds. */
const NEAR_ENOUGH = 30_000;

/**
 * Writes that the actor looks at a record now, or at `leaving` did until now; the record is one that the actor may see. What
 * the actor's inbox has about it is read by looking; not by leaving, which may be the end of a tab that nobody has seen.
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
    ${tellOfRead(actor, Prisma.sql`items`)}`;
  await tx.$executeRaw`/* prepared */ ${leaving ? visit : looked}`;
}

/** When the actor looked at the task `t` before, as JSON has times; null: never. */
export function lastVisit(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    (select ${isoTime('v.at')} from visits v where v.task_id = t.id and v.user_id = ${actor.id}::uuid)`;
}
