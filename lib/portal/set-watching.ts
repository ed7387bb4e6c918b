import type { TaskRecord } from '#lib/record/record.ts';
import { type CommandContext, recordChanged } from '#lib/write/command-context.ts';
import { watchersOn, writeWatchers } from '#lib/write/write-watchers.ts';

type Person = { id: string; name: string };

/** Adds a person to the email list of a locked case, or removes the person. */
export async function setWatching(context: CommandContext, theCase: TaskRecord, person: Person, watching: boolean) {
  const before = await watchersOn(context, theCase, 'watch_list');
  const others = before.filter(({ id }) => id !== person.id);
  if (watching === others.length < before.length) return recordChanged(context, theCase);
  const after = watching ? [...others, person] : others;
  await writeWatchers(context, theCase, 'watch_list', { before, after });
}
