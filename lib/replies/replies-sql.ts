import { readableOf } from '#lib/access/readable.ts';
import type { NotifySource } from '#lib/notify-customers/source.ts';
import { casesOfSource } from '#lib/notify-customers/source-sql.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { ReplyFilter } from './filters.ts';

export type ReplySource = { id: string; kind: NotifySource };

/**
 * NOT-8 · As tables of a query: `replies`, what customers have written in the cases of a record that the actor may see. One is
 * answered once somebody of the staff has commented on its case since. It is unread as the actor has marked it; otherwise
 * until the actor has looked at the case.
 */
export const repliesTables = (actor: Actor, source: ReplySource): Prisma.Sql => Prisma.sql`
  theirs as materialized (
    select t.id from cases c join tasks t using (id)
    where ${casesOfSource(source)} and (${readableOf('case', actor)})
  ),
  said as materialized (
    select e.id, e.task_id, e.created_at, u.kind <> 'internal' as by_customer
    from theirs join journal_entries e on e.task_id = theirs.id and e.type = 'comment' join users u on u.id = e.author_id
  ),
  answers as (select task_id, max(created_at) as at from said where not by_customer group by task_id),
  replies as (
    select r.id, r.task_id, r.created_at, coalesce(r.created_at <= a.at, false) as answered,
      case when m.read then false when m.at >= v.at then true else coalesce(r.created_at > v.at, true) end as unread
    from said r left join answers a using (task_id)
    left join reply_marks m on m.entry_id = r.id and m.user_id = ${actor.id}::uuid
    left join visits v on v.task_id = r.task_id and v.user_id = ${actor.id}::uuid
    where r.by_customer
  )`;

/** What a filter leaves of the replies `r`. */
export const replyConditions: Readonly<Record<ReplyFilter, Prisma.Sql>> = {
  all: Prisma.sql`true`,
  unread: Prisma.sql`r.unread`,
  unanswered: Prisma.sql`not r.answered`,
};
