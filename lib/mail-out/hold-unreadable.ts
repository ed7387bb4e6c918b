import { can } from '#lib/access/policy.ts';
import { readableTasks } from '#lib/access/readable.ts';
import type { Person } from '#lib/platform/actor.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { taskKindNames } from '#lib/record/kind.ts';
import { actorsOfUsers } from '#lib/session/actors.ts';

export type QueuedMail = { id: string; recipientId: string };

/** POR-7 · A requested approver is emailed without an access check: the request itself is enough. */
const isAsked = Prisma.sql`(m.event = 'approval asked' and exists (select from approvals a
  where a.task_id = m.task_id and a.approver_id = m.recipient_id and a.answer = 'requested'))`;

/**
 * ACC-6 · The email `m` is a work note about another record that the actor may not know, as in the journal: the actor sees the
 * record `t` only as their own, or with its case.
 */
function saysHidden(actor: Person): Prisma.Sql {
  const seen = taskKindNames.filter((kind) => can(actor, 'see', kind));
  return Prisma.sql`(m.event = 'work note' and t.kind::text <> all(${seen}::text[]) and exists (
    select from journal_entries e where e.task_id = m.task_id and e.created_at = m.created_at and e.cause_id = m.cause_id
      and e.type = 'work_note' and e.text = m.body and e.source_task_id is not null
      and not exists (select from tasks t where t.id = e.source_task_id and ${readableTasks(actor)})))`;
}

const isUnreadable = (actor: Person) => Prisma.sql`(${readableTasks(actor)} is not true or ${saysHidden(actor)})`;

/** Each person's access rights are a separate condition; this many fit in one statement. */
const PEOPLE_PER_STATEMENT = 50;

/**
 * ACC-6, MAIL-10 · Holds emails whose recipients, such as watchers or assignees, have lost access to the record since then, and
 * work notes that name a record which they may not know.
 * `actors`: the active recipients. The number of statements depends on the recipients, not on the emails each of them gets.
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
        where m.id = any(${ids}::uuid[]) and not ${isAsked} and ${actor ? isUnreadable(actor) : Prisma.sql`true`}`;
    });
    await tx.$executeRaw`
      update mails set status = 'suppressed', next_try_at = null, reason = 'recipient may not see the record'
      where id in (${Prisma.join(unreadable, ' union all ')})`;
  }
}

/** The same if the recipients are not loaded yet. */
export async function holdFromStrangers(tx: Db, mails: readonly QueuedMail[]): Promise<void> {
  if (mails.length === 0) return;
  const ids = [...new Set(mails.map(({ recipientId }) => recipientId))];
  await holdUnreadable(tx, mails, new Map((await actorsOfUsers(tx, ids)).map((actor) => [actor.id, actor])));
}
