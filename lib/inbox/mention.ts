import { mayUseWorkspace } from '#lib/access/policy.ts';
import { readersAmong } from '#lib/access/readable.ts';
import { maySearch } from '#lib/access/references.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { actorsOfUsers } from '#lib/session/actors.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

/** The text of an entry, and the users whom it may mention by `@` and name. */
type Mentioning = { text: string; userIds: readonly string[] };

/** Whether a text contains `@` and the whole name, and not only the beginning of a longer name. */
function isNamed(text: string, name: string): boolean {
  const parts = text.split(`@${name}`);
  return parts.slice(1).some((after) => !/^[\p{L}\p{N}]/u.test(after));
}

/**
 * Mentions staff who may see the record in its newest entry, and returns the names of those who may not. Ignores an id if the
 * text does not contain the name.
 */
export async function mention(
  context: CommandContext,
  record: TaskRecord,
  { text, userIds }: Mentioning,
): Promise<string[]> {
  const entry = context.events.findLast((event) => 'entryId' in event && event.record.id === record.id);
  if (userIds.length === 0 || !entry || !('entryId' in entry)) return [];
  // ACC-6: an actor who may not search users must not learn what others may see.
  if (!maySearch(context.actor, 'user')) return [];
  const people = (await actorsOfUsers(context.tx, userIds)).filter(
    (person) => mayUseWorkspace(person) && isNamed(text, person.name),
  );
  const readers = await readersAmong(context.tx, people, record);
  for (const { id: userId } of people)
    if (readers.has(userId)) context.mentions.push({ taskId: record.id, entryId: entry.entryId, userId });
  return people.filter(({ id }) => !readers.has(id)).map(({ name }) => name);
}
