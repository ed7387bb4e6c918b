import { readableTasks } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/task/kind.ts';

/** How many open records of each kind wait for the actor: the figures in the navigation. */
export async function countOpenWork(actor: Actor): Promise<Partial<Record<TaskKind, number>>> {
  const rows = await db().$queryRaw<{ kind: TaskKind; count: number }[]>`
    /* prepared */ select t.kind, count(*)::int as count from tasks t
    where t.active and t.assigned_to_id = ${actor.id}::uuid and ${readableTasks(actor)}
    group by t.kind`;
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}
