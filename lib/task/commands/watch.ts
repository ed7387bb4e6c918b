import { may, mayHearOf, mayReadWorkNotes, mayWatchOneself, mayWork } from '#lib/access/policy.ts';
import { mayReadTask } from '#lib/access/readable.ts';
import { mayName } from '#lib/access/references.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce, Refusal, yes } from '#lib/platform/verdict.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import { type Outcome, runCommand } from '../command.ts';
import type { CommandContext } from '../command-context.ts';
import { definitions } from '../definitions.ts';
import { lockRecord, lockWhole } from '../lock.ts';
import type { TaskRecord } from '../record.ts';
import { listHasRoom, mayBeWatchedBy, watchersMayChange } from '../rules/watchers.ts';
import type { Watch } from '../schema.ts';
import { type Watcher, watchersOn, writeWatchers } from '../write-watchers.ts';

/** Somebody who can watch the record: a person whom the actor may name (ACC-6), and who may see it. */
async function findWatcher(
  context: CommandContext,
  { id, kind, number }: TaskRecord,
  { list, userId }: Watch,
): Promise<Watcher> {
  const person = await actorOfUser(context.tx, userId);
  if (!person || !mayName(context.actor, person))
    throw new Refusal('REC-5', 'There is no such person.', { field: 'userId' });
  const hears = { workNotes: mayReadWorkNotes(person), ofKind: mayHearOf(person, kind) };
  const reads = await mayReadTask(context.tx, person, id);
  enforce(mayBeWatchedBy(number, list, { name: person.name, hears, reads }));
  return { id: person.id, name: person.name };
}

/** Puts somebody on a list or takes them off (INC-6); oneself by sight alone. The version that it makes; null: it was so already. */
export function watch(actor: Actor, input: Watch): Promise<Outcome<number | null>> {
  const { kind, number, list, userId, watching } = input;
  return runCommand(actor, 'watch', async (context) => {
    await lockWhole(context, kind, number);
    const record = await lockRecord(context, kind, number);
    if (userId === actor.id) enforce(watching ? mayWatchOneself(actor, record) : yes);
    else enforce(may(actor, 'edit', kind), mayWork(actor, record));
    enforce(watchersMayChange(kind, definitions[kind].states[record.state]?.phase ?? 'open'));

    const before = await watchersOn(context, record, list);
    const others = before.filter(({ id }) => id !== userId);
    const isThere = others.length < before.length;
    if (isThere === watching) return null;
    if (watching) enforce(listHasRoom(list, before.length));

    const after = watching ? [...others, await findWatcher(context, record, input)] : others;
    return writeWatchers(context, record, list, { before, after });
  });
}
