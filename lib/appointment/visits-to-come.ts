import { HOUR } from '#lib/diary/interval.ts';
import { db } from '#lib/platform/db.ts';
import { integer, readSettings } from '#lib/settings/settings.ts';

const BATCH = 200;

/** WO-14 · Tasks whose appointment begins soon and whose customer was not reminded yet, by number and in batches. */
export async function* visitsToCome(at: Date): AsyncGenerator<{ number: string }[]> {
  const hours = integer(await readSettings(db()), 'wm.appointment.reminder_hours');
  const until = new Date(at.getTime() + hours * HOUR);
  for (let last = '', more = hours > 0; more; ) {
    const batch = await db().$queryRaw<{ number: string }[]>`
      select t.number from appointments a join tasks t on t.id = a.task_id
      where a.state = 'booked' and a.starts_at > ${at} and a.starts_at <= ${until} and t.number > ${last}
        and a.reminded_of is distinct from a.starts_at
      order by t.number limit ${BATCH}`;
    if (batch.length > 0) yield batch;
    more = batch.length === BATCH;
    last = batch.at(-1)?.number ?? last;
  }
}
