import { z } from 'zod';
import { mayOpenList } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { textInput } from '#lib/platform/text-input.ts';
import { Kind } from '#lib/record/schema.ts';
import { parseListQuery } from './list-query.ts';
import { countTasks } from './list-tasks.ts';

/** The number of views that a list shows at once. */
const MAX_VIEWS_COUNTED = 30;

export const ViewsToCount = z.object({ kind: Kind, queries: z.array(textInput(2_000)).max(MAX_VIEWS_COUNTED) });
export type ViewsToCount = z.infer<typeof ViewsToCount>;

/** ACC-6 · How many records each view would show the actor; null if it has search text. Null: no such list for the actor. */
export async function countViews(actor: Actor, { kind, queries }: ViewsToCount): Promise<(number | null)[] | null> {
  if (!mayOpenList(actor, kind)) return null;
  const counts: (number | null)[] = [];
  // One after the other: no user waits for these counts, and other queries come first.
  for (const text of queries) {
    const query = parseListQuery(kind, Object.fromEntries(new URLSearchParams(text)));
    counts.push(query.words ? null : await countTasks(actor, query));
  }
  return counts;
}
