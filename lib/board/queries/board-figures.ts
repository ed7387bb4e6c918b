import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { type BoardFilter, boardFilterNames } from '../filters.ts';
import { plainReasons } from '../rules/reasons.ts';
import { boardConditions, boardTables } from './board-sql.ts';
import type { Major } from './find-major.ts';

/** MAJ-9 · The number of children for each filter, and the other figures a manager asks for first. */
export type BoardFigures = {
  counts: Record<BoardFilter, number>;
  /** The number of accounts and consumers that the children belong to. */
  customers: number;
  /** Children whose customer received a message about the major case, or whose message is queued. */
  notified: number;
  /** Why the other open children's customers got no message, most frequent first. */
  notNotified: { because: string; count: number }[];
  /** When the longest-waiting answer was written. */
  waitingSince: string | null;
  /** The yearly contract value of accounts with an open case, in hundredths. */
  contractCents: number;
};

type Row = Record<BoardFilter, number> & {
  customers: number;
  notified: number;
  notNotified: BoardFigures['notNotified'];
  waitingSince: Date | null;
  contractCents: bigint;
};

/** Each server words a reason in its own way; rarer texts than these are left out. */
const TEXTS = 200;

/** MAJ-9 · The figures of all children of a major case. */
export async function boardFigures(actor: Actor, major: Pick<Major, 'id' | 'incidentId'>): Promise<BoardFigures> {
  const conditions = boardConditions(major);
  const counts = boardFilterNames.map(
    (name) => Prisma.sql`(count(*) filter (where ${conditions[name]}))::int as ${Prisma.raw(`"${name}"`)}`,
  );
  const [row] = await db().$queryRaw<Row[]>`
    with ${boardTables(actor, major)}
    select ${Prisma.join(counts)}, count(distinct customer_id)::int as customers,
      (count(*) filter (where not not_notified))::int as notified,
      (select coalesce(json_agg(r), '[]') from (
        select coalesce(nullif(because, ''), 'no message yet') as because, count(*)::int as count
        from board where not_notified and active group by 1 order by 2 desc, 1 limit ${TEXTS}) r) as "notNotified",
      (select min(created_at) from replies r where r.waits) as "waitingSince",
      (select coalesce(sum(contract_value) * 100, 0)::bigint from accounts
        where id in (select account_id from board where active)) as "contractCents"
    from board b`;
  if (!row) throw new Error('An aggregate has no row.');
  const { customers, notified, notNotified, waitingSince, contractCents } = row;
  const counted = Object.fromEntries(boardFilterNames.map((name) => [name, row[name]])) as BoardFigures['counts'];
  return {
    counts: counted,
    customers,
    notified,
    notNotified: plainReasons(notNotified),
    waitingSince: waitingSince?.toISOString() ?? null,
    contractCents: Number(contractCents),
  };
}
