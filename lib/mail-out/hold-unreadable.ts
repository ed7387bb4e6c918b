import { can } from '#lib/access/policy.ts';
import { readableTasks } from '#lib/access/readable.ts';
import type { Person } from '#lib/platform/actor.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { actorsOfUsers } from '#lib/session/actors.ts';

export type QueuedMail = { id: string; recipientId: string };

/** POR-7 · A requested approver is emailed without an access check: the request itself is enough. */
const isAsked = Prisma.sql`(m.event = 'approval asked' and exists (select from approvals a
  where a.task_id = m.task_id and a.approver_id = m.recipient_id and a.answer = 'requested'))`;

/** Each person's access rights are a separate condition; this many fit in one statement. */
const PEOPLE_PER_STATEMENT = 50;

/** Suppresses the emails that conditions for their recipients select, each with the recipient's own. */
async function hold(tx: Db, conditions: readonly Prisma.Sql[], peoplePerStatement: number): Promise<void> {
  for (let from = 0; from < conditions.length; from += peoplePerStatement)
    await tx.$executeRaw`
      update mails set status = 'suppressed', next_try_at = null, reason = 'recipient may not see the record'
      where id in (${Prisma.join(conditions.slice(from, from + peoplePerStatement), ' union all ')})`;
}

type AboutOther = QueuedMail & { kind: TaskKind; sourceId: string };

/** The emails that are work notes about another record, with its id. */
const aboutOthers = (tx: Db, mails: readonly QueuedMail[]) => tx.$queryRaw<AboutOther[]>`
  select m.id, m.recipient_id as "recipientId", t.kind::text as kind, e.source_task_id as "sourceId"
  from mails m join tasks t on t.id = m.task_id join journal_entries e on e.task_id = m.task_id and e.created_at = m.created_at
    and e.cause_id = m.cause_id and e.type = 'work_note' and e.text = m.body and e.source_task_id is not null
  where m.id = any(${mails.map(({ id }) => id)}::uuid[]) and m.event = 'work note'`;

/**
 * ACC-6, MAIL-10 · Holds emails whose recipients, such as watchers or assignees, have lost access to the record since then, and
 * work notes about another record that recipients who see this one only as their own, or with its case, may not know: they do
 * not read the note in the journal either. `actors`: the active recipients. The number of statements depends on the
 * recipients, not on the emails each of them gets.
 */
export async function holdUnreadable(
  tx: Db,
  mails: readonly QueuedMail[],
  actors: ReadonlyMap<string, Person>,
  peoplePerStatement = PEOPLE_PER_STATEMENT,
): Promise<void> {
  if (mails.length === 0) return;
  const unreadable = [...Map.groupBy(mails, ({ recipientId }) => recipientId)].map(([id, own]) => {
    const actor = actors.get(id);
    return Prisma.sql`select m.id from mails m join tasks t on t.id = m.task_id
      where m.id = any(${own.map((mail) => mail.id)}::uuid[]) and not ${isAsked} and ${actor ? readableTasks(actor) : Prisma.sql`false`} is not true`;
  });
  await hold(tx, unreadable, peoplePerStatement);
  const others = await aboutOthers(tx, mails);
  const hidden = [...Map.groupBy(others, ({ recipientId }) => recipientId)].flatMap(([id, own]) => {
    const actor = actors.get(id);
    const doubtful = actor ? own.filter(({ kind }) => !can(actor, 'see', kind)) : [];
    if (!actor || doubtful.length === 0) return [];
    return Prisma.sql`select o.id from unnest(${doubtful.map((mail) => mail.id)}::uuid[],
        ${doubtful.map(({ sourceId }) => sourceId)}::uuid[]) o(id, source_id)
      where not exists (select from tasks t where t.id = o.source_id and ${readableTasks(actor)})`;
  });
  await hold(tx, hidden, peoplePerStatement);
}

/** The same if the recipients are not loaded yet. */
export async function holdFromStrangers(tx: Db, mails: readonly QueuedMail[]): Promise<void> {
  if (mails.length === 0) return;
  const ids = [...new Set(mails.map(({ recipientId }) => recipientId))];
  await holdUnreadable(tx, mails, new Map((await actorsOfUsers(tx, ids)).map((actor) => [actor.id, actor])));
}
