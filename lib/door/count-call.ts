import { recordAudit } from '#lib/audit/record.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { type Limit, limits } from './limits.ts';

/** ACC-12 · Refused because somebody calls too often; after so many seconds it is worth trying again. */
export class TooManyCalls extends Refusal {
  override name = 'TooManyCalls';
  readonly retryAfter: number;

  constructor(seconds: number) {
    super('ACC-12', `Too many requests in a short time. Try again in ${seconds} seconds.`);
    this.retryAfter = seconds;
  }
}

/** What a list, and the audit log, are searched for. */
const SEARCHED = ['q', 'subject', 'person'];

/** Whether a list is searched for words, as its address says. */
export const hasWords = (query: URLSearchParams) =>
  SEARCHED.flatMap((name) => query.getAll(name)).some((words) => words.trim() !== '');

/** ACC-12 · A list that is asked for with words counts as a search, whichever way it is asked for. */
export async function countSearch(actor: { id: string }, query: string): Promise<void> {
  if (hasWords(new URLSearchParams(query))) await countCall(actor, 'record.search', 'search');
}

/**
 * ACC-12 · Counts a call and refuses it above the limit, for all servers together: one statement on an unlogged
 * table. Minutes are those of the clock: one row per person and limit is enough, and nothing has to clear them. Across the
 * turn of a minute somebody may get twice as much through, which the limits allow for. The first call that is refused in
 * a minute is audited (ADM-12); the others would only fill the log.
 */
export async function countCall(actor: { id: string }, permission: string, limit: Limit): Promise<void> {
  const seconds = Math.floor(now().getTime() / 1000);
  const minute = Math.floor(seconds / 60);
  // Of two servers whose clocks differ a little, the later one says which minute it is.
  const [row] = await db().$queryRaw<{ calls: number }[]>`
    insert into call_counts as c (person_id, "limit", minute, calls) values (${actor.id}::uuid, ${limit}, ${minute}, 1)
    on conflict (person_id, "limit") do update set
      calls = case when c.minute < excluded.minute then 1 else c.calls + 1 end,
      minute = greatest(c.minute, excluded.minute)
    returning calls`;
  const beyond = (row?.calls ?? 0) - limits[limit];
  if (beyond <= 0) return;
  const newValue = `ACC-12: more than ${limits[limit]} calls in a minute (${limit}).`;
  if (beyond === 1) await recordAudit(db(), actor, { action: 'action.refused', subject: permission, newValue });
  throw new TooManyCalls(60 - (seconds % 60));
}
