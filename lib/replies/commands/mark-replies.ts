import { readableOf } from '#lib/access/readable.ts';
import { casesOfSource } from '#lib/customer-messages/queries/source-sql.ts';
import type { Person } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { repliesSource } from '../queries/replies-source.ts';
import type { MarkReplies } from '../schema.ts';

/** NOT-8 · Marks replies of a record's cases as read or unread, only for the actor. Ignores ids that are not replies there. */
export async function markReplies(actor: Person, { entryIds, read, ...of }: MarkReplies): Promise<void> {
  const source = await repliesSource(actor, of);
  await db().$executeRaw`
    insert into reply_marks (user_id, entry_id, read, at)
    select ${actor.id}::uuid, e.id, ${read}, ${now()}
    from journal_entries e join users u on u.id = e.author_id join cases c on c.id = e.task_id join tasks t on t.id = c.id
    where e.id = any(${entryIds}::uuid[]) and e.type = 'comment' and u.kind <> 'internal'
      and ${casesOfSource(source)} and (${readableOf('case', actor)})
    on conflict (user_id, entry_id) do update set read = excluded.read, at = excluded.at`;
}
