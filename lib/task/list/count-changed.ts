import { z } from 'zod';
import { mayOpenList } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { textInput } from '#lib/platform/text-input.ts';
import { Kind, TaskNumber } from '../schema.ts';
import { listCondition } from './condition.ts';
import { parseListQuery } from './list-query.ts';
import { PAGE_SIZE } from './list-tasks.ts';
import { MOST_ASKED } from './most-asked.ts';
import { wordsQuery } from './search.ts';

export const ChangedInList = z.object({
  kind: Kind,
  /** The list as its address says it. */
  query: textInput(2_000),
  /** The ids of records that have changed, of whatever list. */
  changed: z.array(z.uuid()).max(MOST_ASKED),
  /** The numbers of the records on the page that is shown. */
  shown: z.array(TaskNumber).max(PAGE_SIZE),
});
export type ChangedInList = z.infer<typeof ChangedInList>;

/**
 * How many of the records that have changed a list would show otherwise: those that are in it now, and those that the
 * page shows, which may have left it. ACC-6: what the actor may not see counts nothing. Null: no such list for the actor.
 */
export async function countChanged(
  actor: Actor,
  { kind, query, changed, shown }: ChangedInList,
): Promise<number | null> {
  if (!mayOpenList(actor, kind)) return null;
  const { words, filters } = parseListQuery(kind, Object.fromEntries(new URLSearchParams(query)));
  const isFound = words ? Prisma.sql`t.search @@ ${wordsQuery(kind, words)}` : Prisma.sql`true`;
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from tasks t
    where t.id = any(${changed}::uuid[]) and ${listCondition(actor, { kind, filters: {} })}
      and ((${listCondition(actor, { kind, filters })} and ${isFound}) or t.number = any(${shown}::text[]))`;
  return row?.count ?? 0;
}
