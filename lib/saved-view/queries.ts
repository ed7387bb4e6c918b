import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/task/kind.ts';

export type View = { id: string; name: string; query: string };

/** The actor's own views of a list, by name. */
export function savedViews(actor: Actor & { id: string }, kind: TaskKind): Promise<View[]> {
  return db().savedView.findMany({
    where: { userId: actor.id, list: kind },
    select: { id: true, name: true, query: true },
    orderBy: { name: 'asc' },
    take: 100,
  });
}
