import { z } from 'zod';
import { mayOpenList } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { textInput } from '#lib/platform/text-input.ts';
import { Kind, TaskNumber, Version } from '#lib/record/schema.ts';
import { wordsQuery } from '#lib/record/search.ts';
import { listCondition } from './condition.ts';
import { parseListQuery } from './list-query.ts';
import { PAGE_SIZE } from './list-tasks.ts';
import { MAX_ASKED } from './most-asked.ts';

export const ChangedInList = z.object({
  kind: Kind,
  /** The list's query string. */
  query: textInput(2_000),
  /** The ids of changed records, in any list. */
  changed: z.array(z.uuid()).max(MAX_ASKED),
  /** The records that the page currently shows, with their versions. */
  shown: z.array(z.object({ number: TaskNumber, version: Version })).max(PAGE_SIZE),
});
export type ChangedInList = z.infer<typeof ChangedInList>;

/**
 * How many of the changed records would alter the list: records that are in it now, and records on the shown page, which may
 * have left it. A record that the page already shows in its current version does not count. ACC-6: nor does a record that the
 * actor may not see. Null: the actor has no such list.
 */
export async function countChanged(
  actor: Actor,
  { kind, query, changed, shown }: ChangedInList,
): Promise<number | null> {
  if (!mayOpenList(actor, kind)) return null;
  const { words, filters } = parseListQuery(kind, Object.fromEntries(new URLSearchParams(query)));
  const isFound = words ? Prisma.sql`t.search @@ ${wordsQuery(kind, words)}` : Prisma.sql`true`;
  const [numbers, versions] = [shown.map(({ number }) => number), shown.map(({ version }) => version)];
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from tasks t
    where t.id = any(${changed}::uuid[]) and ${listCondition(actor, { kind, filters: {} })}
      and ((${listCondition(actor, { kind, filters })} and ${isFound}) or t.number = any(${numbers}::text[]))
      and (t.number, t.version) <> all (select * from unnest(${numbers}::text[], ${versions}::int[]))`;
  return row?.count ?? 0;
}
