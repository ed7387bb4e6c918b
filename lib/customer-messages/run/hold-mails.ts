import type { Db } from '#lib/platform/db.ts';
import { wakeJob } from '#lib/queue/enqueue.ts';

/** NOT-3 · Holds the queued emails of a run. An email that is being sent at this moment may still leave. */
export async function holdMails(tx: Db, runId: string): Promise<void> {
  await tx.$executeRaw`
    update mails set held = true where status = 'queued' and id in (
      select m.id from notify_people p join mails m on m.id = p.mail_id
      where p.run_id = ${runId}::uuid and m.status = 'queued' order by m.id for no key update of m)`;
}

/** NOT-3 · Releases the held emails; each keeps its due time. */
export async function releaseMails(tx: Db, runId: string): Promise<void> {
  await tx.$executeRaw`
    update mails set held = false where held and id in (
      select m.id from notify_people p join mails m on m.id = p.mail_id
      where p.run_id = ${runId}::uuid and m.held order by m.id for no key update of m)`;
  await tx.$executeRaw`select ${wakeJob('send-mails')}`;
}
