import { Prisma } from '#lib/platform/db.ts';

/**
 * NOT-1 · Who is written to for the cases of the table `selected (id)`: `case_id`, `user_id`. The contact or consumer, for want
 * of both the primary contact of the account, and the watch list; never who writes. NOT-2: nobody for a case that is over.
 */
export const recipientsOfCases = (senderId: string): Prisma.Sql => Prisma.sql`
  select distinct s.id as case_id, r.user_id
  from selected s join tasks t on t.id = s.id and t.active left join accounts a on a.id = t.account_id
  cross join lateral (
    select coalesce(t.contact_id, t.consumer_id, case when t.consumer_id is null then a.primary_contact_id end) as user_id
    union select w.user_id from task_watchers w where w.task_id = t.id and w.list = 'watch_list'
  ) r
  where r.user_id is not null and r.user_id <> ${senderId}::uuid`;

/** NOT-1, MAIL-6 · Why the person `u` cannot be written to; empty: nothing stands against it. */
export const unreachableBecause = Prisma.sql`case
  when not u.active then 'no longer active'
  when u.email is null then 'no email address'
  when u.unreachable_since is not null then 'cannot be reached: ' || u.unreachable_reason
  else '' end`;
