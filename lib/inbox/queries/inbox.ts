import { readableTasks } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { pageOf, parsePlace, placeText } from '#lib/platform/keyset.ts';
import type { InboxItem, InboxPage } from '../item.ts';

const LINES = 30;
/** Maximum length of an excerpt. */
const EXCERPT = 200;

type Row = Omit<InboxItem, 'at'> & { at: Date };

/** One page of the actor's inbox, newest first. Includes only records that the actor may see now. */
export async function readInbox(actor: Actor, before: string | null = null): Promise<InboxPage> {
  const place = parsePlace(before);
  const older = place
    ? Prisma.sql`and (n.created_at, n.id) < (${place.at}::timestamptz, ${place.id}::uuid)`
    : Prisma.empty;
  const rows = await db().$queryRaw<Row[]>`
    /* prepared */ select n.id, n.created_at as at, n.read_at is null as unread, n.reason, coalesce(u.name, 'System') as by,
      t.number, e.id as entry, t.short_description as title, left(e.text, ${EXCERPT}::int) as excerpt, n.records - 1 as others,
      moved.display as state, case when n.reason = 'answered' and moved.was = 'resolved' then
        case moved.is when 'open' then 'rejected' when 'closed' then 'accepted' end end as solution
    from inbox_items n join tasks t on t.id = n.task_id join causes c on c.id = n.cause_id
    left join users u on u.id = c.actor_id left join journal_entries e on e.id = n.entry_id
    left join lateral (select f.new_display as display, f.old_value as was, f.new_value as is from field_changes f
      where f.task_id = n.task_id and f.cause_id = n.cause_id and f.field = 'state' and n.reason in ('moved', 'answered')
      order by f.version desc limit 1) moved on true
    where n.user_id = ${actor.id}::uuid and ${readableTasks(actor)} ${older}
    order by n.created_at desc, n.id desc limit ${LINES + 1}`;
  const page = pageOf(rows, LINES, place ? 'after' : 'first');
  return {
    items: page.rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    next: page.next && placeText(page.next),
  };
}
