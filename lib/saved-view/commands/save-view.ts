import { mayShareViews } from '#lib/access/shared.ts';
import { listText, parseListQuery } from '#lib/list/list-query.ts';
import type { Person } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { lockShared } from '../queries.ts';
import { mayAddView, mayShareAnother } from '../rules/add-view.ts';
import type { SaveView } from '../schema.ts';

/**
 * Saves a list's query (without the page) under a name, private or shared; replaces the actor's view of that name. Refused:
 * ACC-6 the actor may not share; REC-5 the actor has too many views, or the list too many shared ones.
 */
export async function saveView(actor: Person, { kind, name, query, shared = false }: SaveView): Promise<void> {
  const parsed = parseListQuery(kind, Object.fromEntries(new URLSearchParams(query)));
  const kept = { query: listText({ ...parsed, page: null }), shared: shared !== false };
  if (kept.shared) enforce(mayShareViews(actor));
  await transaction(async (tx) => {
    // Two concurrent saves would not see each other's view.
    await tx.$queryRaw`select id from users where id = ${actor.id}::uuid for no key update`;
    const others = await tx.savedView.count({ where: { userId: actor.id, NOT: { list: kind, name } } });
    enforce(mayAddView({ others }));
    if (kept.shared) enforce(mayShareAnother({ others: await lockShared(tx, kind, { userId: actor.id, name }) }));
    await tx.savedView.upsert({
      where: { userId_list_name: { userId: actor.id, list: kind, name } },
      create: { userId: actor.id, list: kind, name, ...kept },
      update: kept,
    });
  });
}
