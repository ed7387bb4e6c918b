import { mayWatchOneself } from '#lib/access/own-records.ts';
import { may, mayWork } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce, yes } from '#lib/platform/verdict.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { type Outcome, runCommand } from '../command.ts';
import type { CommandContext } from '../command-context.ts';
import { definitions } from '../definitions.ts';
import { findWatcher } from '../find-watcher.ts';
import { ownWatching } from '../own-watching.ts';
import type { TaskRecord } from '../record.ts';
import { listHasRoom, watchersMayChange } from '../rules/watchers.ts';
import type { UndoWatch, Watch } from '../schema.ts';
import { watchersOn, writeWatchers } from '../write-watchers.ts';

/** Puts somebody on a list or takes them off (INC-6); oneself by sight alone. The version that it makes; null: it was so already. */
export function watch(actor: Actor, input: Watch): Promise<Outcome<number | null>> {
  return runCommand(actor, 'watch', async (context) => {
    const record = await lockForUpdate(context, input.kind, input.number);
    return setWatching(context, record, input);
  });
}

/** Sets back on which list the actor stood before the actor's own change of it, which made this version. Null: it is so already. */
export function undoWatch(actor: Actor & { id: string }, input: UndoWatch): Promise<Outcome<number | null>> {
  return runCommand(actor, 'undo-watch', async (context) => {
    const record = await lockForUpdate(context, input.kind, input.number);
    const { list, watched } = await ownWatching(context, record, input.version);
    return setWatching(context, record, { list, userId: actor.id, watching: watched });
  });
}

type Place = Omit<Watch, 'kind' | 'number'>;

async function setWatching(context: CommandContext, record: TaskRecord, place: Place): Promise<number | null> {
  const { actor } = context;
  const { list, userId, watching } = place;
  if (userId === actor.id) enforce(watching ? mayWatchOneself(actor, record) : yes);
  else enforce(may(actor, 'edit', record.kind), mayWork(actor, record));
  enforce(watchersMayChange(record.kind, definitions[record.kind].states[record.state]?.phase ?? 'open'));

  const before = await watchersOn(context, record, list);
  const others = before.filter(({ id }) => id !== userId);
  const isThere = others.length < before.length;
  if (isThere === watching) return null;
  if (watching) enforce(listHasRoom(list, before.length));

  const after = watching ? [...others, await findWatcher(context, record, place)] : others;
  return writeWatchers(context, record, list, { before, after });
}
