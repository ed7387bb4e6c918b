import { readableOf } from '#lib/access/readable.ts';
import { type CommentReader, readerOf } from '#lib/journal/queries/comment-reader.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { columnsOf, identifier, kindTables } from '#lib/record/kind-table.ts';
import { linksTo } from '#lib/record/link.ts';
import { hasRecord } from '#lib/record/link-sql.ts';
import { parentOf, statesOfParts } from '#lib/record/part-sql.ts';
import type { RecordOf } from '#lib/record/record.ts';

/** A selected record, with the data that decides what can be done to it and who would read a comment. */
export type SelectedRecord<K extends TaskKind = TaskKind> = RecordOf<K> & {
  /** The states of the record's parts. */
  parts: string[];
  reader: CommentReader | null;
  /** The name of the record's account. */
  account: string | null;
  /** At least one person is on the record's watch list. */
  watched: boolean;
  /** An open case is linked to the record, or to the record that it is part of. */
  inCase: boolean;
};

/** An open case is linked to the task `t` of a kind, or to the record that `t` is part of. */
function isInOpenCase(kind: TaskKind): Prisma.Sql {
  const names = linksTo(taskKinds[kind].partOf?.kind ?? kind);
  if (names.length === 0) return Prisma.sql`false`;
  return Prisma.sql`exists (select from cases c join tasks open on open.id = c.id
    where open.active and ${hasRecord(names, parentOf(Prisma.sql`t.id`, [kind]))})`;
}

/** ACC-6 · The records with these numbers that the actor may see, in one query. */
export async function selectedRecords<K extends TaskKind>(
  actor: Actor,
  kind: K,
  numbers: readonly string[],
): Promise<SelectedRecord<K>[]> {
  return db().$queryRaw<SelectedRecord<K>[]>`
    select ${columnsOf(kind)}, ${statesOfParts(kind, Prisma.sql`t.id`)} as parts, ${readerOf(kind)} as reader,
      (select a.name from accounts a where a.id = t.account_id) as account,
      exists (select from task_watchers w where w.task_id = t.id and w.list = 'watch_list') as watched,
      ${isInOpenCase(kind)} as "inCase"
    from tasks t join ${identifier(kindTables[kind].name)} o using (id)
    where t.number = any(${[...numbers]}) and t.kind = ${kind}::task_kind and (${readableOf(kind, actor)})
    order by t.number`;
}
