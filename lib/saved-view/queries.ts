import { mayShareViews } from '#lib/access/shared.ts';
import type { Person } from '#lib/platform/actor.ts';
import { type Db, db, type Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { MAX_SHARED } from './rules/add-view.ts';

export type View = {
  id: string;
  name: string;
  query: string;
  shared: boolean;
  own: boolean;
  /** Whether it can be renamed and deleted. */
  mayChange: boolean;
};

/** Views that the actor may rename and delete: their own, and shared ones if the actor may share. */
export function changeableViews(actor: Person): Prisma.SavedViewWhereInput {
  return mayShareViews(actor).ok ? { OR: [{ userId: actor.id }, { shared: true }] } : { userId: actor.id };
}

/** The actor's own views of a list, then views shared by others, each sorted by name. Only the shared ones are limited. */
export async function savedViews(actor: Person, kind: TaskKind): Promise<View[]> {
  const views = await db().$queryRaw<Omit<View, 'mayChange'>[]>`
    (select id, name, query, shared, true as own from saved_views where list = ${kind} and user_id = ${actor.id}::uuid)
    union all
    (select id, name, query, shared, false from saved_views
     where list = ${kind} and shared and user_id <> ${actor.id}::uuid order by name, id limit ${MAX_SHARED})
    order by own desc, name, id`;
  const sharing = mayShareViews(actor).ok;
  return views.map((view) => ({ ...view, mayChange: view.own || sharing }));
}

/** Counts a list's shared views except `besides`, and locks the list against sharing until the transaction ends. */
export async function lockShared(tx: Db, list: string, besides: Prisma.SavedViewWhereInput): Promise<number> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`saved_views.shared ${list}`}))`;
  return tx.savedView.count({ where: { list, shared: true, NOT: besides } });
}
