import type { Actor } from '#lib/platform/actor.ts';
import { type TaskKind, taskKindNames } from '../kind.ts';
import { listOf } from './list-query.ts';
import { type ListRow, listTasks } from './list-tasks.ts';

export type FoundTask = Pick<ListRow, 'id' | 'number' | 'shortDescription' | 'state' | 'updatedAt'> & {
  kind: TaskKind;
};

/** Records of all kinds by number or words, newest first: for the palette and the search page. */
export async function findTasks(actor: Actor, words: string, limit = 10): Promise<FoundTask[]> {
  // PostgreSQL has no character 0 in texts.
  const asked = words.replaceAll('\0', '').trim().slice(0, 200);
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
