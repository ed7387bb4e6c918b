import { db, Prisma } from '#lib/platform/db.ts';
import type { TimePlace } from '#lib/platform/keyset.ts';
import { beganHere } from '../began-here.ts';
import { type Counted, type ListedUpdate, ruleFigures } from '../shown-update.ts';
import { undoes, undone } from '../undo-sql.ts';

type Times = { at: Date; undoes: Date | null; undone: Date | null };
type Row = Omit<ListedUpdate, keyof Times | 'rules'> & Times & { rows: Counted[] };

/** The rows after a place in a list that is sorted newest first. */
export const rowsAfter = (after: TimePlace | null): Prisma.Sql =>
  after ? Prisma.sql`(l.at, l.id) < (${after.at}, ${after.id}::uuid)` : Prisma.sql`true`;

/** Counts of the emails `m` by outcome, as JSON. */
export const mailFigures = Prisma.sql`json_build_object(
  'sent', count(*) filter (where m.status = 'sent'), 'waiting', count(*) filter (where m.status = 'queued'),
  'failed', count(*) filter (where m.status = 'failed'), 'suppressed', count(*) filter (where m.status = 'suppressed'))`;

/**
 * SYNC-6 · Updates `l` in an order: the author, what each rule wrote and left out, and what became of the emails so far. The
 * caller has checked what the actor may see.
 */
export async function listUpdates(condition: Prisma.Sql, order: Prisma.Sql, limit: number): Promise<ListedUpdate[]> {
  const rows = await db().$queryRaw<Row[]>`
    with page as materialized (
      select l.id, l.at, l.source_id, l.cause_id, l.actor_id from ledger_updates l
      where ${condition} order by ${order} limit ${limit}
    )
    select l.id, l.at, t.number, coalesce(u.name, 'System') as by, c.command like 'undo-%' as "isUndo", ${undoes} as undoes,
      ${undone} as undone, r.rows,
      case when ${beganHere} then (select ${mailFigures} from mails m where m.cause_id = l.cause_id) end as mails
    from page l join causes c on c.id = l.cause_id join tasks t on t.id = l.source_id left join users u on u.id = l.actor_id
    cross join lateral (
      select json_agg(json_build_object('rule', r.rule, 'outcome', r.outcome, 'records', r.records) order by r.rule, r.outcome) as rows
      from ledger_rows r where r.update_id = l.id) r
    order by ${order}`;
  return rows.map(({ at, undoes: before, undone: after, rows: counted, ...row }) => ({
    ...row,
    at: at.toISOString(),
    undoes: before?.toISOString() ?? null,
    undone: after?.toISOString() ?? null,
    rules: ruleFigures(counted),
  }));
}
