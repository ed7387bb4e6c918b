import { type Db, Prisma } from '#lib/platform/db.ts';
import { isoTime } from '#lib/platform/iso-time.ts';

/** A customer's comments on a proposed solution since it was answered (the clock is paused), oldest first. */
export type CustomerAnswer = { by: string; text: string; at: string; last: string };

/** The characters of it that are shown and copied to a note. */
const LONGEST = 8_000;

const comments = (caseId: Prisma.Sql, since: Prisma.Sql) => Prisma.sql`
  journal_entries e join users u on u.id = e.author_id and u.kind <> 'internal'
  where e.task_id = ${caseId} and e.type = 'comment' and e.created_at >= ${since}`;

/** CASE-11 · The answer to a case's proposed solution as JSON; null if none is waiting. */
export const customerAnswerRow = (caseId: Prisma.Sql) => Prisma.sql`
  (select json_build_object('by', a.by, 'text', a.text, 'at', a.at, 'last', a.last) from cases c cross join lateral (
     select (array_agg(u.name order by e.id desc))[1] as by, left(string_agg(e.text, E'\\n\\n' order by e.id), ${LONGEST}::int) as text,
       max(${isoTime('e.created_at')}) as at, (array_agg(e.id order by e.id desc))[1] as last
     from ${comments(Prisma.sql`c.id`, Prisma.sql`c.answered_at`)}) a
   where c.id = ${caseId} and a.last is not null)`;

/** CASE-11 · The customer's newest comment on an answered case. */
export async function lastAnswer(tx: Db, caseId: string, since: Date): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    select e.id from ${comments(Prisma.sql`${caseId}::uuid`, Prisma.sql`${since}::timestamptz`)}
    order by e.created_at desc, e.id desc limit 1`;
  return row?.id ?? null;
}
