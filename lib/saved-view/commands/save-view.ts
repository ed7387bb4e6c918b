import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { listText, parseListQuery } from '#lib/task/list/list-query.ts';
import type { SaveView } from '../schema.ts';

/** Keeps what a list shows under a name, for oneself; an own view of that name is replaced. Pages are not kept. */
export async function saveView(actor: Actor & { id: string }, { kind, name, query }: SaveView): Promise<void> {
  const parsed = parseListQuery(kind, Object.fromEntries(new URLSearchParams(query)));
  const text = listText({ ...parsed, page: null });
  await db().savedView.upsert({
    where: { userId_list_name: { userId: actor.id, list: kind, name } },
    create: { userId: actor.id, list: kind, name, query: text },
    update: { query: text },
  });
}
