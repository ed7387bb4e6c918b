import { mayAdminister } from '#lib/access/policy.ts';
import { dayAfter, startOfDay } from '#lib/list/days.ts';
import { type Actor, timeZoneOf } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { Prisma } from '#lib/platform/db.ts';
import { holds } from '#lib/platform/folded-sql.ts';
import { pageOf, type TimePlace } from '#lib/platform/keyset.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { beganHere } from '../began-here.ts';
import { withRetry } from '../rules/retry.ts';
import type { LedgerSearch } from '../schema.ts';
import type { ListedUpdate, ShownUpdate } from '../shown-update.ts';
import { listUpdates } from './list-updates.ts';

const PAGE = 25;

export type UpdatesFound = { updates: ShownUpdate[]; newer: TimePlace | null; older: TimePlace | null };

/** SYNC-6 · The updates of all records, newest first, 25 a page. Refused: ACC-6 unless the actor is an administrator. */
export async function searchUpdates(actor: Actor, search: LedgerSearch): Promise<UpdatesFound> {
  enforce(mayAdminister(actor));
  const backwards = search.before !== null;
  const order = backwards ? Prisma.sql`l.at, l.id` : Prisma.sql`l.at desc, l.id desc`;
  const rows = await listUpdates(conditionOf(search, timeZoneOf(actor)), order, PAGE + 1);
  const page = pageOf(rows, PAGE, backwards ? 'before' : search.after ? 'after' : 'first');
  // An administrator holds every role, so retrying is allowed for every record.
  return { updates: withRetry(page.rows, true, now()), newer: placeOf(page.previous), older: placeOf(page.next) };
}

const placeOf = (row: ListedUpdate | null): TimePlace | null => row && { at: new Date(row.at), id: row.id };

function conditionOf({ number, rule, person, days, failed, after, before }: LedgerSearch, zone: string): Prisma.Sql {
  const all = [Prisma.sql`true`];
  if (number) all.push(Prisma.sql`l.source_id = (select id from tasks where number = ${number.toUpperCase()})`);
  if (rule) all.push(Prisma.sql`exists (select from ledger_rows r where r.update_id = l.id and r.rule = ${rule})`);
  if (person)
    all.push(Prisma.sql`l.actor_id in (select u.id from users u
      where ${holds(Prisma.sql`u.name`, person)} or ${holds(Prisma.sql`u.email`, person)})`);
  if (days?.from) all.push(Prisma.sql`l.at >= ${startOfDay(days.from, zone)}::timestamptz`);
  if (days?.to) all.push(Prisma.sql`l.at < ${startOfDay(dayAfter(days.to, 1), zone)}::timestamptz`);
  if (failed)
    all.push(Prisma.sql`l.cause_id in (select m.cause_id from mails m where m.status = 'failed')
      and exists (select from causes c where c.id = l.cause_id and ${beganHere})`);
  if (before) all.push(Prisma.sql`(l.at, l.id) > (${before.at}, ${before.id}::uuid)`);
  else if (after) all.push(Prisma.sql`(l.at, l.id) < (${after.at}, ${after.id}::uuid)`);
  return Prisma.join(all, ' and ');
}
