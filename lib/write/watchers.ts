import { mayBeNotifiedAbout, mayReadWorkNotes } from '#lib/access/policy.ts';
import { mayReadTask } from '#lib/access/readable.ts';
import { mayName } from '#lib/access/references.ts';
import { enforce, Refusal } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { mayBeWatchedBy, type WatchListName, watchListNames, watchLists } from '#lib/record/rules/watchers.ts';
import type { Watch } from '#lib/record/schema.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import type { CommandContext } from './command-context.ts';
import type { Watcher } from './write-watchers.ts';

/** A user who can watch the record: the actor may name them (ACC-6), and they may see the record. */
export async function findWatcher(
  context: CommandContext,
  { id, kind, number }: TaskRecord,
  { list, userId }: Pick<Watch, 'list' | 'userId'>,
): Promise<Watcher> {
  const person = await actorOfUser(context.tx, userId);
  if (!person || !mayName(context.actor, person))
    throw new Refusal('REC-5', 'There is no such person.', { field: 'userId' });
  const receives = { workNotes: mayReadWorkNotes(person), ofKind: mayBeNotifiedAbout(person, kind) };
  const reads = await mayReadTask(context.tx, person, id);
  enforce(mayBeWatchedBy(number, list, { name: person.name, receives, reads }));
  return { id: person.id, name: person.name };
}

const isNamed = (list: string | null, id: string | null) => id !== null && (list ?? '').split(',').includes(id);

/**
 * INC-6 · The watch list to which the actor's own command added the actor in this version, or from which it removed them, and
 * whether they watched before. Refused: REC-3 it did neither, or it was itself an undo.
 */
export async function ownWatching(
  { tx, actor }: CommandContext,
  { id: taskId }: TaskRecord,
  version: number,
): Promise<{ list: WatchListName; watched: boolean }> {
  const changes = await tx.fieldChange.findMany({
    where: { taskId, version, cause: { actorId: actor.id, command: 'watch' } },
    select: { field: true, oldValue: true, newValue: true },
  });
  for (const list of watchListNames)
    for (const { field, oldValue, newValue } of changes) {
      const watched = isNamed(oldValue, actor.id);
      if (field === watchLists[list].field && watched !== isNamed(newValue, actor.id)) return { list, watched };
    }
  throw new Refusal('REC-3', 'Not changed by you, and left as it is.');
}
