import type { Db } from '#lib/platform/db.ts';

/** MAIL-5 · The numbers of the cases that an email was filed to or opened, in order. The email belongs to the last one. */
export async function casesOfMail(tx: Db, mailId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ number: string }[]>`
    select t.number from (
      select task_id, received_at as at, 0 as step from incoming_mails where id = ${mailId}::uuid
      union all select task_id, moved_at, 1 from mail_moves where mail_id = ${mailId}::uuid) placed
    join tasks t on t.id = placed.task_id order by placed.step, placed.at`;
  return rows.map(({ number }) => number);
}
