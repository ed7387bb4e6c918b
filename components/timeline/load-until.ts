import type { QueryClient } from '@tanstack/react-query';
import { RefusedAnswer } from '#components/ui/fetch-json.ts';
import type { Pages, TimelineSource } from './use-timeline.ts';

/** The message for a missing or inaccessible entry: both look the same (REL-16). */
export const NOT_FOUND = 'Not found, or you have no access.';

/**
 * REC-2 · Loads older pages into the shown timeline until it has an entry. Refused, with nothing loaded, if the record has no
 * such entry.
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
    // A reload in progress would replace the older pages; a later one includes them.
    const isReadAnew = queries.isFetching(isOfTimeline) > 0;
    await queries.cancelQueries(isOfTimeline);
    queries.setQueryData<Pages>(key, (now) =>
      // The same page may have been loaded since then.
      now?.pages.at(-1)?.next === cursor
        ? { pages: [...now.pages, page], pageParams: [...now.pageParams, cursor] }
        : now,
    );
    if (isReadAnew) void queries.invalidateQueries(isOfTimeline);
  }
}
