import type { Db } from '#lib/platform/db.ts';
import { wakeJob } from '#lib/queue/enqueue.ts';

/** NOT-3 · The emails of a run that wait are not sent; what a process has in its hands at this moment may leave. */
export async function holdMails(tx: Db, runId: string): Promise<void> {
  await tx.$executeRaw`
    update mails set held = true where status = 'queued' and id in (
      select m.id from notify_people p join mails m on m.id = p.mail_id
      where p.run_id = ${runId}::uuid and m.status = 'queued' order by m.id for no key update of m)`;
}

/** NOT-3 · They are sent again, each when it was due. */
export async function releaseMails(tx: Db, runId: string): Promise<void> {
  await tx.$executeRaw`
    update mails set held = false where held and id in (
      select m.id from notify_people p join mails m on m.id = p.mail_id
      where p.run_id = ${runId}::uuid and m.held order by m.id for no key update of m)`;
  await tx.$executeRaw`select ${wakeJob('send-mails')}`;
}
