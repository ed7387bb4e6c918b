import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { kindOfNumber, type TaskKind, taskKindNames } from '../kind.ts';
import { listOf } from './list-query.ts';
import { type ListRow, listTasks } from './list-tasks.ts';

export type FoundTask = Pick<ListRow, 'id' | 'number' | 'shortDescription' | 'state' | 'updatedAt'> & {
  kind: TaskKind;
};

/** Records of all kinds by number or words, newest first: for the palette and the search page. */
export async function findTasks(actor: Actor, words: string, limit = 10): Promise<FoundTask[]> {
  const asked = searchInput(words);
  if (!asked) return [];
  const found = await Promise.all(
    taskKindNames.map(async (kind) => {
      const { rows } = await listTasks(actor, { ...listOf(kind), words: asked }, limit);
      return rows.map((row): FoundTask => ({ ...row, kind }));
    }),
  );
  return found
    .flat()
    .toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
    .slice(0, limit);
}

/** The number that the words are, where it is that of a record that the actor may see: a search for it leads there. */
export async function findNumber(actor: Actor, words: string): Promise<string | null> {
  const asked = searchInput(words).toUpperCase();
  const kind = kindOfNumber(asked);
  if (!kind) return null;
  const [found] = await db().$queryRaw<{ number: string }[]>`
    select t.number from tasks t
    where t.number = ${asked} and t.kind = ${kind}::task_kind and (${readableOf(kind, actor)})`;
  return found?.number ?? null;
}
