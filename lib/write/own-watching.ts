import { Refusal } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { type WatchListName, watchListNames, watchLists } from '#lib/record/rules/watchers.ts';
import type { CommandContext } from './command-context.ts';

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
