import { readableOf } from '#lib/access/readable.ts';
import { Prisma } from '#lib/platform/db.ts';
import { notFound } from '#lib/platform/verdict.ts';
import type { CommandContext } from './command-context.ts';
import { type TaskKind, taskKinds } from './kind.ts';
import { loadRecord } from './kind-table.ts';
import { wholeOf } from './part-sql.ts';
import type { RecordOf } from './record.ts';

/** Locks a record that the actor may see and reads it; a missing one and a hidden one answer alike. */
export async function lockRecord<K extends TaskKind>(
  context: CommandContext,
  kind: K,
  number: string,
): Promise<RecordOf<K>> {
  const [row] = await context.tx.$queryRaw<{ id: string }[]>`
    select t.id from tasks t where t.number = ${number} and t.kind = ${kind}::task_kind and (${readableOf(kind, context.actor)})
    for no key update`;
  if (!row) throw notFound(`${taskKinds[kind].label.toLowerCase()} ${number}`);
  return loadRecord(context.tx, kind, row.id);
}

/** Locks the record that this one is part of, if its kind has one: it follows its parts, and is locked before them. */
export async function lockWhole({ tx }: CommandContext, kind: TaskKind, number: string): Promise<void> {
  if (!taskKinds[kind].partOf) return;
  await tx.$queryRaw`
    select t.id from tasks t where t.id = (select ${wholeOf(Prisma.sql`p.id`, [kind])} from tasks p
      where p.number = ${number} and p.kind = ${kind}::task_kind) for no key update`;
}
