import { readableTasks } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { SENDER_UNKNOWN } from './rules/judge-mail.ts';

const NUMBER = '[A-Z]{2,5}[0-9]{4,12}';

/**
 * ACC-6 · The case `t` of an email: the one it was moved to last, else the one it was filed to, opened or answers. A case that
 * the actor may not see is not named, whether as the current case, the previous one or in a reason.
 */
export function belongs(actor: Actor): Prisma.Sql {
  const seen = readableTasks(actor);
  return Prisma.sql`left join lateral (
    select m.task_id, (select t.number from tasks t where t.id = i.task_id and ${seen}) as "from" from mail_moves m
    where m.mail_id = i.id order by m.moved_at desc limit 1) moved on true
    left join tasks t on t.id = coalesce(moved.task_id, i.task_id) and ${seen}`;
}

/** MAIL-5 · Why the email waits; a sender who was added since then no longer counts as unknown. */
export function becauseNow(actor: Actor): Prisma.Sql {
  const named = Prisma.sql`substring(i.reason from ${NUMBER})`;
  return Prisma.sql`case
    when i.reason = ${SENDER_UNKNOWN} and u.id is not null then 'The sender was added since then.'
    when exists (select from tasks t where t.number = ${named} and ${readableTasks(actor)}) then i.reason
    else regexp_replace(i.reason, ${NUMBER}, 'that case', 'g') end as reason`;
}

/** MAIL-5 · The numbers of the cases that an email was filed to or opened, in order. The email belongs to the last one. */
export async function casesOfMail(tx: Db, mailId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ number: string }[]>`
    select t.number from (
      select task_id, received_at as at, 0 as step from incoming_mails where id = ${mailId}::uuid
      union all select task_id, moved_at, 1 from mail_moves where mail_id = ${mailId}::uuid) placed
    join tasks t on t.id = placed.task_id order by placed.step, placed.at`;
  return rows.map(({ number }) => number);
}
