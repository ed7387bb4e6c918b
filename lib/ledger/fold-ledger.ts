import { Prisma } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { integer, readSettings } from '#lib/settings/settings.ts';
import { beganHere } from './began-here.ts';

const DAY = 24 * 60 * 60 * 1000;
const AT_ONCE = 5_000;

/** No email of the update is still queued: the outcome of each email is known. */
const isSettled = Prisma.sql`not exists (select from mails m where m.cause_id = l.cause_id and m.status = 'queued')`;

/** Turns up to a batch of old updates into totals, in one statement: a job that is killed leaves nothing half done. */
function foldSome(before: Date): Promise<number> {
  return transaction(
    (tx) => tx.$executeRaw`
    with old as materialized (
      select l.id, l.cause_id, l.source_id, l.at from ledger_updates l
      where l.at < ${before} and ${isSettled} order by l.at, l.id limit ${AT_ONCE} for update skip locked),
    past as (
      insert into ledger_past as p (source_id, updates, until, sent, failed, suppressed)
      select l.source_id, count(*), max(l.at), sum(m.sent), sum(m.failed), sum(m.suppressed)
      from old l join causes c on c.id = l.cause_id cross join lateral (
        select count(*) filter (where status = 'sent') as sent, count(*) filter (where status = 'failed') as failed,
          count(*) filter (where status = 'suppressed') as suppressed
        from mails where cause_id = l.cause_id and ${beganHere}) m
      group by l.source_id order by l.source_id
      on conflict (source_id) do update set updates = p.updates + excluded.updates,
        until = greatest(p.until, excluded.until), sent = p.sent + excluded.sent, failed = p.failed + excluded.failed,
        suppressed = p.suppressed + excluded.suppressed),
    sums as (
      insert into ledger_sums as s (source_id, rule, outcome, records)
      select o.source_id, r.rule, r.outcome, sum(r.records) from old o join ledger_rows r on r.update_id = o.id
      group by o.source_id, r.rule, r.outcome order by 1, 2, 3
      on conflict (source_id, rule, outcome) do update set records = s.records + excluded.records)
    delete from ledger_updates where id in (select id from old)`,
  );
}

/** SYNC-6 · The job that turns updates older than `ledger.keep_days` into totals of their record and rule. */
export async function foldLedger(at: Date): Promise<string> {
  const keepDays = await transaction(async (tx) => integer(await readSettings(tx), 'ledger.keep_days'));
  const before = new Date(at.getTime() - keepDays * DAY);
  let folded = 0;
  for (let some = AT_ONCE; some === AT_ONCE; folded += some) some = await foldSome(before);
  return `${folded} old updates turned into totals`;
}
