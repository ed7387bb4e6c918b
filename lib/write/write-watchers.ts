import type { TaskRecord } from '#lib/record/record.ts';
import { type WatchListName, watchLists } from '#lib/record/rules/watchers.ts';
import { type CommandContext, ensureCause } from './command-context.ts';

export type Watcher = { id: string; name: string };

/** Users on a record's watch list. */
export async function watchersOn(
  { tx }: CommandContext,
  { id: taskId }: TaskRecord,
  list: WatchListName,
): Promise<Watcher[]> {
  const rows = await tx.taskWatcher.findMany({
    where: { taskId, list },
    select: { user: { select: { id: true, name: true } } },
  });
  return rows.map(({ user }) => user);
}

/** A watch list in history: stored and display value. */
function storedList(people: readonly Watcher[]) {
  const inOrder = people.toSorted((a, b) => a.name.localeCompare(b.name, 'en') || a.id.localeCompare(b.id));
  return {
    value: inOrder.map(({ id }) => id).join(',') || null,
    display: inOrder.map(({ name }) => name).join(', '),
  };
}

/** REC-2 · Replaces a locked record's watch list and records the change. Returns the new version. */
export async function writeWatchers(
  context: CommandContext,
  record: TaskRecord,
  list: WatchListName,
  { before, after }: Readonly<Record<'before' | 'after', readonly Watcher[]>>,
): Promise<number> {
  const { id: taskId, kind, number } = record;
  if (context.preview) return record.version + 1;
  const ids = after.map(({ id }) => id);
  await context.tx.taskWatcher.deleteMany({ where: { taskId, list, userId: { notIn: ids } } });
  await context.tx.taskWatcher.createMany({
    data: ids.map((userId) => ({ taskId, list, userId })),
    skipDuplicates: true,
  });

  const version = record.version + 1;
  const [was, is] = [storedList(before), storedList(after)];
  const causeId = ensureCause(context, taskId);
  await context.tx.task.updateMany({ where: { id: taskId }, data: { version, updatedAt: context.at } });
  await context.tx.fieldChange.createMany({
    data: {
      taskId,
      causeId,
      version,
      field: watchLists[list].field,
      oldValue: was.value,
      newValue: is.value,
      oldDisplay: was.display,
      newDisplay: is.display,
      changedAt: context.at,
    },
  });
  context.changedRecords.set(taskId, { kind, number });
  return version;
}
