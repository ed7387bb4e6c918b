import type { QueryClient } from '@tanstack/react-query';
import { RefusedAnswer } from '#components/ui/fetch-json.ts';
import type { Pages, TimelineSource } from './use-timeline.ts';

/** What is said of an entry that is missing, or that one may not see: both read alike (REL-16). */
export const NOT_FOUND = 'Not found, or you have no access.';

/**
 * REC-2 · Reads page after page of a timeline into what is shown of it, until an entry is there. It is refused, and nothing
 * is read, where the record has no such entry.
 */
export async function loadUntil(
  queries: QueryClient,
  { id, load }: Pick<TimelineSource, 'id' | 'load'>,
  { entry, signal }: { entry: string; signal: AbortSignal },
): Promise<true> {
  const key = ['timeline', id, 'all'];
  const isOfTimeline = { queryKey: key, exact: true };
  for (;;) {
    const pages = queries.getQueryData<Pages>(key)?.pages ?? [];
    if (pages.some(({ entries }) => entries.some((one) => one.id === entry))) return true;
    const cursor = pages.at(-1)?.next ?? null;
    if (cursor === null) throw new RefusedAnswer(NOT_FOUND);
    const page = await load({ filter: 'all', cursor, until: entry }, signal);
    // What is read anew meanwhile would come without the older pages; afterwards it comes with them.
    const isReadAnew = queries.isFetching(isOfTimeline) > 0;
    await queries.cancelQueries(isOfTimeline);
    queries.setQueryData<Pages>(key, (now) =>
      // Somebody may have asked for the same page meanwhile.
      now?.pages.at(-1)?.next === cursor
        ? { pages: [...now.pages, page], pageParams: [...now.pageParams, cursor] }
        : now,
    );
    if (isReadAnew) void queries.invalidateQueries(isOfTimeline);
  }
}
