import { recordAudit } from '#lib/audit/record.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { type Limit, limits } from './limits.ts';

/** ACC-12 · Refuses a user who calls too often; `retryAfter` is in seconds. */
export class TooManyCalls extends Refusal {
  override name = 'TooManyCalls';
  readonly retryAfter: number;

  constructor(seconds: number) {
    super('ACC-12', `Too many requests in a short time. Try again in ${seconds} seconds.`);
    this.retryAfter = seconds;
  }
}

/** The search parameters of lists and of the audit log. */
const SEARCHED = ['q', 'subject', 'person'];

/** Whether the address of a list has a search text. */
export const hasWords = (query: URLSearchParams) =>
  SEARCHED.flatMap((name) => query.getAll(name)).some((words) => words.trim() !== '');

/** ACC-12 · A list request with a search text counts as a search, whether for a page or for data. */
export async function countSearch(actor: { id: string }, query: string): Promise<void> {
  if (hasWords(new URLSearchParams(query))) await countCall(actor, 'record.search', 'search');
}

/**
 * ACC-12 · Counts a call and refuses it above the limit, across all servers, with one statement on an unlogged table. Counts
 * per clock minute: one row per user and limit is enough, and no job deletes rows. Around the start of a minute a user may
 * get twice the limit through, which the limits allow for. Only the first refused call of a minute is audited (ADM-12), so that
 * the log does not fill up.
 */
export async function countCall(actor: { id: string }, permission: string, limit: Limit): Promise<void> {
  const seconds = Math.floor(now().getTime() / 1000);
  const minute = Math.floor(seconds / 60);
  // If the clocks of two servers differ, the later minute counts.
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
