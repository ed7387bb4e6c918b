import { customerOfCase } from '#lib/mail-out/customer-of-case.ts';
import { unreachableBecause } from '#lib/mail-out/unreachable-because.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { Watched } from './may-see.ts';

/** The recipients of a message: the customers and watchers of these cases, except the sender. */
export type Reach = { caseIds: readonly string[]; senderId: string };

/**
 * NOT-1 · Recipients for cases: `case_id`, `user_id`, and `watches` if the case is somebody else's. They are the customer and
 * the watch list, never the sender. NOT-2: closed cases have no recipients.
 */
export const recipientsOfCases = ({ caseIds, senderId }: Reach): Prisma.Sql => Prisma.sql`
  select distinct t.id as case_id, r.user_id, r.user_id is distinct from ${customerOfCase} as watches
  from tasks t left join accounts a on a.id = t.account_id
  cross join lateral (
    select ${customerOfCase} as user_id
    union select w.user_id from task_watchers w where w.task_id = t.id and w.list = 'watch_list'
  ) r
  where t.id = any(${[...caseIds]}::uuid[]) and t.active and r.user_id is not null and r.user_id <> ${senderId}::uuid`;

/** ACC-6 · Why a watcher is left out. */
export const HIDDEN = 'may not see the case';

/** NOT-1 · Why a case has no recipients. */
export const NOBODY = 'no contact to write to';

/**
 * NOT-1, NOT-6, ACC-6 · Query tables: `reached`, the recipients of each case without the `hidden` pairs; and `people`, each
 * person once, with why they cannot be written to.
 */
export const recipientsSql = (reach: Reach, hidden: readonly Watched[]): Prisma.Sql => Prisma.sql`
  hidden as (
    select * from unnest(${hidden.map(({ userId }) => userId)}::uuid[], ${hidden.map(({ caseId }) => caseId)}::uuid[])
      h(user_id, case_id)
  ),
  found as materialized (
    select r.*, h.user_id is not null as hidden from (${recipientsOfCases(reach)}) r left join hidden h using (user_id, case_id)
  ),
  reached as (select case_id, user_id, watches from found where not hidden),
  people as (
    select u.id, u.name, u.email, u.language, f.cases, f.watches,
           coalesce(nullif(${unreachableBecause}, ''), case when f.hidden then ${HIDDEN} else '' end) as reason
    from (
      select user_id, bool_and(watches) as watches, bool_and(hidden) as hidden,
             (case when bool_and(hidden) then count(*) else count(*) filter (where not hidden) end)::int as cases
      from found group by user_id) f
    join users u on u.id = f.user_id
  )`;
