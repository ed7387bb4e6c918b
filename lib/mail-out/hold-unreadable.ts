import { readableTasks } from '#lib/access/readable.ts';
import type { Person } from '#lib/platform/actor.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { actorsOfUsers } from '#lib/session/actors.ts';

export type QueuedMail = { id: string; recipientId: string };

/** POR-7 · Who is asked to approve is told so: being named is enough. */
const isAsked = Prisma.sql`(m.event = 'approval asked' and exists (select from approvals a
  where a.task_id = m.task_id and a.approver_id = m.recipient_id and a.answer = 'requested'))`;

/** Each person's rights make a condition of their own: so many in one statement. */
const PEOPLE_PER_STATEMENT = 50;

/**
 * ACC-6, MAIL-10 · Who was put on a list, or given a record, may have lost the roles to see it since: such a mail stays
 * here. `actors` are the active ones of them. A fixed number of statements for so many people, however many mails each of them gets.
 */
export async function holdUnreadable(
  tx: Db,
  mails: readonly QueuedMail[],
  actors: ReadonlyMap<string, Person>,
  peoplePerStatement = PEOPLE_PER_STATEMENT,
): Promise<void> {
  const byRecipient = Map.groupBy(mails, ({ recipientId }) => recipientId);
  const recipients = [...byRecipient.keys()];
  for (let from = 0; from < recipients.length; from += peoplePerStatement) {
    const some = recipients.slice(from, from + peoplePerStatement);
    const unreadable = some.map((id) => {
      const actor = actors.get(id);
      const ids = (byRecipient.get(id) ?? []).map((mail) => mail.id);
      return Prisma.sql`select m.id from mails m join tasks t on t.id = m.task_id
        where m.id = any(${ids}::uuid[]) and not ${isAsked} and ${actor ? readableTasks(actor) : Prisma.sql`false`} is not true`;
    });
    await tx.$executeRaw`
      update mails set status = 'suppressed', next_try_at = null, reason = 'recipient may not see the record'
      where id in (${Prisma.join(unreadable, ' union all ')})`;
  }
}

/** The same where who they are is not known yet. */
export async function holdFromStrangers(tx: Db, mails: readonly QueuedMail[]): Promise<void> {
  if (mails.length === 0) return;
  const ids = [...new Set(mails.map(({ recipientId }) => recipientId))];
  await holdUnreadable(tx, mails, new Map((await actorsOfUsers(tx, ids)).map((actor) => [actor.id, actor])));
}
