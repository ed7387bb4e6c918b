import { mayUseWorkspace } from '#lib/access/policy.ts';
import { readersAmong } from '#lib/access/readable.ts';
import { maySearch } from '#lib/access/references.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { actorsOfUsers } from '#lib/session/actors.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

/** The text of an entry, and whom it is said to mention by `@` and their names. */
type Mentioning = { text: string; userIds: readonly string[] };

/** Whether a text has an `@` and the whole name: no longer one that begins so. */
function isNamed(text: string, name: string): boolean {
  const parts = text.split(`@${name}`);
  return parts.slice(1).some((after) => !/^[\p{L}\p{N}]/u.test(after));
}

/**
 * Lets the staff who may see the record know that its newest entry mentions them, and answers the names of the others. An
 * id whose name does not stand in the text mentions nobody.
 */
export async function mention(
  context: CommandContext,
  record: TaskRecord,
  { text, userIds }: Mentioning,
): Promise<string[]> {
  const entry = context.events.findLast((event) => 'entryId' in event && event.record.id === record.id);
  if (userIds.length === 0 || !entry || !('entryId' in entry)) return [];
  // ACC-6: who may look for nobody learns of nobody what they may see.
  if (!maySearch(context.actor, 'user')) return [];
  const people = (await actorsOfUsers(context.tx, userIds)).filter(
    (person) => mayUseWorkspace(person) && isNamed(text, person.name),
  );
  const readers = await readersAmong(context.tx, people, record);
  for (const { id: userId } of people)
    if (readers.has(userId)) context.mentions.push({ taskId: record.id, entryId: entry.entryId, userId });
  return people.filter(({ id }) => !readers.has(id)).map(({ name }) => name);
}
