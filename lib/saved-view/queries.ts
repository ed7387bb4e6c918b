import { mayShareViews } from '#lib/access/shared.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { type Db, db, type Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { MOST_SHARED } from './rules/keep-view.ts';

export type View = {
  id: string;
  name: string;
  query: string;
  shared: boolean;
  own: boolean;
  /** Whether it can be renamed and deleted. */
  mayChange: boolean;
};

/** The views that the actor may rename and delete: the own ones, and for who may share those that are shared. */
export function changeableViews(actor: Actor & { id: string }): Prisma.SavedViewWhereInput {
  return mayShareViews(actor).ok ? { OR: [{ userId: actor.id }, { shared: true }] } : { userId: actor.id };
}

/**
 * The actor's own views of a list, then those that others share, both by name. However many are shared, one's own are all
 * there.
 */
export async function savedViews(actor: Actor & { id: string }, kind: TaskKind): Promise<View[]> {
  const views = await db().$queryRaw<Omit<View, 'mayChange'>[]>`
    (select id, name, query, shared, true as own from saved_views where list = ${kind} and user_id = ${actor.id}::uuid)
    union all
    (select id, name, query, shared, false from saved_views
     where list = ${kind} and shared and user_id <> ${actor.id}::uuid order by name, id limit ${MOST_SHARED})
    order by own desc, name, id`;
  const sharing = mayShareViews(actor).ok;
  return views.map((view) => ({ ...view, mayChange: view.own || sharing }));
}

/** How many views of a list are shared besides some; until the transaction ends nobody shares another. */
export async function lockShared(tx: Db, list: string, besides: Prisma.SavedViewWhereInput): Promise<number> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`saved_views.shared ${list}`}))`;
  return tx.savedView.count({ where: { list, shared: true, NOT: besides } });
}
