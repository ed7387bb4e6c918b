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
  for (;;) {
    const pages = queries.getQueryData<Pages>(key)?.pages ?? [];
    if (pages.some(({ entries }) => entries.some((one) => one.id === entry))) return true;
    const cursor = pages.at(-1)?.next ?? null;
    if (cursor === null) throw new RefusedAnswer(NOT_FOUND);
    const page = await load({ filter: 'all', cursor, until: entry }, signal);
    queries.setQueryData<Pages>(key, (now) =>
      // Somebody may have asked for the same page meanwhile.
      now?.pages.at(-1)?.next === cursor
        ? { pages: [...now.pages, page], pageParams: [...now.pageParams, cursor] }
        : now,
    );
  }
}
