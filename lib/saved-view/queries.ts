import { mayShareViews } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, type Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/task/kind.ts';

export type View = {
  id: string;
  name: string;
  query: string;
  shared: boolean;
  /** Whether it can be renamed and deleted. */
  mayChange: boolean;
};

/** The views that the actor may rename and delete: the own ones, and for who may share those that are shared. */
export function changeableViews(actor: Actor & { id: string }): Prisma.SavedViewWhereInput {
  return mayShareViews(actor).ok ? { OR: [{ userId: actor.id }, { shared: true }] } : { userId: actor.id };
}

/** The actor's own views of a list and those that are shared, by name. */
export async function savedViews(actor: Actor & { id: string }, kind: TaskKind): Promise<View[]> {
  const views = await db().savedView.findMany({
    where: { list: kind, OR: [{ userId: actor.id }, { shared: true }] },
    select: { id: true, name: true, query: true, shared: true, userId: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 100,
  });
  const sharing = mayShareViews(actor).ok;
  return views.map(({ userId, ...view }) => ({
    ...view,
    mayChange: userId === actor.id || (view.shared && sharing),
  }));
}
