import { readableTasks } from '#lib/access/readable.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { actorsOfUsers } from '#lib/session/actors.ts';

/** A person who is to be notified of a record. */
export type RecordRecipient = { taskId: string; recipientId: string };

/** Each person's access rights are a separate condition; this many fit in one statement. */
const PEOPLE_PER_STATEMENT = 50;

/** ACC-6, MAIL-10 · Recipients who may not see the record now. */
export async function recipientsWithoutAccess(tx: Db, asked: readonly RecordRecipient[]): Promise<RecordRecipient[]> {
  if (asked.length === 0) return [];
  const byPerson = [...Map.groupBy(asked, ({ recipientId }) => recipientId)];
  const actors = new Map(
    (
      await actorsOfUsers(
        tx,
        byPerson.map(([id]) => id),
      )
    ).map((actor) => [actor.id, actor]),
  );
  const unseen: RecordRecipient[] = [];
  for (let from = 0; from < byPerson.length; from += PEOPLE_PER_STATEMENT) {
    const each = byPerson.slice(from, from + PEOPLE_PER_STATEMENT).map(([id, own]) => {
      const actor = actors.get(id);
      return Prisma.sql`select t.id as "taskId", ${id}::text as "recipientId" from tasks t
        where t.id = any(${own.map(({ taskId }) => taskId)}::uuid[]) and ${actor ? readableTasks(actor) : Prisma.sql`false`} is not true`;
    });
    unseen.push(...(await tx.$queryRaw<RecordRecipient[]>(Prisma.sql`${Prisma.join(each, ' union all ')}`)));
  }
  return unseen;
}
