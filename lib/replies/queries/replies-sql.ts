import { readableOf } from '#lib/access/readable.ts';
import { casesOfSource } from '#lib/customer-messages/queries/source-sql.ts';
import type { NotifySource } from '#lib/customer-messages/source.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import { links, singleLinkNames } from '#lib/record/link.ts';
import type { ReplyFilter } from '../filters.ts';

export type ReplySource = { id: string; kind: NotifySource };

/** The history fields that record when a case was linked; a case created with the record has no such change. */
const tiedBy = (kind: NotifySource): string[] =>
  kind === 'case'
    ? ['parentId']
    : singleLinkNames.flatMap((name) => (links[name].kind === kind ? [links[name].field] : []));

/** NOT-8 · The comment `s` answers this customer and is no mass message. Copies by rules have no author and don't count. */
const isOwnAnswer = Prisma.sql`not exists (
    select from notify_cases n join notify_runs run on run.id = n.run_id where n.entry_id = s.id and not run.answers)`;

/**
 * NOT-8 · Tables of a query. `replies`: comments of customers in the cases of a record that the actor may see, since the cases
 * were linked. A reply is answered once staff has written to that customer in the case afterwards. Until then it waits,
 * unless the case has ended. It is unread as the actor has marked it, or else until the actor views or answers the case.
 */
export const repliesTables = (actor: Actor, source: ReplySource): Prisma.Sql => Prisma.sql`
  theirs as materialized (
    select t.id, t.active as open from cases c join tasks t using (id)
    where ${casesOfSource(source)} and (${readableOf('case', actor)})
  ),
  said as materialized (
    select e.id, e.task_id, e.created_at, e.author_id, u.kind <> 'internal' as by_customer
    from theirs join journal_entries e on e.task_id = theirs.id and e.type = 'comment' join users u on u.id = e.author_id
  ),
  tied as materialized (
    select f.task_id, max(f.changed_at) as at from theirs join field_changes f on f.task_id = theirs.id
    where f.field = any(${tiedBy(source.kind)}) and f.new_value = ${source.id} group by f.task_id
  ),
  answers as (
    select s.task_id, max(s.created_at) as at, max(s.created_at) filter (where s.author_id = ${actor.id}::uuid) as own
    from said s where not s.by_customer and ${isOwnAnswer} group by s.task_id
  ),
  found as (
    select r.id, r.task_id, r.created_at, theirs.open, coalesce(r.created_at <= a.at, false) as answered,
      case when m.read then false when m.at >= greatest(v.at, a.own) then true
           else coalesce(r.created_at > greatest(v.at, a.own), true) end as unread
    from said r join theirs on theirs.id = r.task_id left join answers a using (task_id)
    left join tied on tied.task_id = r.task_id
    left join reply_marks m on m.entry_id = r.id and m.user_id = ${actor.id}::uuid
    left join visits v on v.task_id = r.task_id and v.user_id = ${actor.id}::uuid
    where r.by_customer and (tied.at is null or r.created_at >= tied.at)
  ),
  replies as (select found.*, open and not answered as waits from found)`;

/** The filter conditions on the replies `r`. */
export const replyConditions: Readonly<Record<ReplyFilter, Prisma.Sql>> = {
  all: Prisma.sql`true`,
  unread: Prisma.sql`r.unread`,
  unanswered: Prisma.sql`r.waits`,
};
