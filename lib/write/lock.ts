import { readableOf } from '#lib/access/readable.ts';
import { Prisma } from '#lib/platform/db.ts';
import { notFound } from '#lib/platform/verdict.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { columnsOf, identifier, kindTables } from '#lib/record/kind-table.ts';
import { parentOf } from '#lib/record/part-sql.ts';
import type { RecordOf } from '#lib/record/record.ts';
import type { CommandContext } from './command-context.ts';
import { rowLock } from './preview-state.ts';

/** Locks and reads a record that the actor may see; missing and hidden ones get the same answer. A preview only reads. */
export async function lockRecord<K extends TaskKind>(
  context: CommandContext,
  kind: K,
  number: string,
): Promise<RecordOf<K>> {
  // Lock both rows, so that both are read after the lock is granted.
  const [record] = await context.tx.$queryRaw<RecordOf<K>[]>`
    select ${columnsOf(kind)} from tasks t join ${identifier(kindTables[kind].name)} o using (id)
    where t.number = ${number} and t.kind = ${kind}::task_kind and (${readableOf(kind, context.actor)})
    ${rowLock(context, Prisma.sql`for no key update of t, o`)}`;
  if (!record) throw notFound(`${taskKinds[kind].label.toLowerCase()} ${number}`);
  return record;
}

/** Locks the record that this one is part of, if any: it follows its parts and is locked before them. */
export async function lockWhole({ tx, preview }: CommandContext, kind: TaskKind, number: string): Promise<void> {
  if (preview || !taskKinds[kind].partOf) return;
  await tx.$queryRaw`
    select t.id from tasks t where t.id = (select ${parentOf(Prisma.sql`p.id`, [kind])} from tasks p
      where p.number = ${number} and p.kind = ${kind}::task_kind) for no key update`;
}
