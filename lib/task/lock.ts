import { readableOf } from '#lib/access/readable.ts';
import { notFound } from '#lib/platform/verdict.ts';
import type { CommandContext } from './command-context.ts';
import { type TaskKind, taskKinds } from './kind.ts';
import { identifier, kindTables, loadRecord } from './kind-table.ts';
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
  const { partOf } = taskKinds[kind];
  if (!partOf) return;
  const { name } = kindTables[kind];
  await tx.$queryRaw`
    select t.id from tasks t where t.id = (select part.${identifier(partOf.column)} from ${identifier(name)} part join tasks p using (id)
      where p.number = ${number} and p.kind = ${kind}::task_kind) for no key update`;
}
