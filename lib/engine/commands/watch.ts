import { mayWatch } from '#lib/access/own-records.ts';
import { may, mayWork } from '#lib/access/policy.ts';
import { definitions } from '#lib/kinds/definitions.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce, yes } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { listHasRoom, watchersMayChange } from '#lib/record/rules/watchers.ts';
import type { UndoWatch, Watch } from '#lib/record/schema.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { findWatcher, ownWatching } from '#lib/write/watchers.ts';
import { watchersOn, writeWatchers } from '#lib/write/write-watchers.ts';
import { type Outcome, runCommand } from '../command.ts';

/** Adds a user to a list or removes them (INC-6). Adding oneself only needs read access. Returns the new version, else null. */
export function watch(actor: Actor, input: Watch): Promise<Outcome<number | null>> {
  return runCommand(actor, 'watch', async (context) => {
    const record = await lockForUpdate(context, input.kind, input.number);
    return setWatching(context, record, input);
  });
}

/** Undoes the actor's own change of a list in this version. Null: nothing to undo. */
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
  if (userId === actor.id) enforce(watching ? mayWatch(actor, record) : yes);
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
