import type { TimelinePage } from '#lib/journal/timeline-entry.ts';

type Pages = { pages: TimelinePage[]; pageParams: (string | null)[] };

/**
 * REC-2 · The journal only grows: a newer first page is merged with the pages loaded before, so that no older entry is lost. If
 * they do not overlap, because more was added than a page holds, loading starts anew so that there is no gap.
 */
export function withNewer(first: TimelinePage, before: Pages | undefined): Pages {
  const [page, ...older] = before?.pages ?? [];
  const known = new Set(first.entries.map(({ id }) => id));
  const rest = page?.entries.filter(({ id }) => !known.has(id)) ?? [];
  const meets = first.next === null || rest.length < (page?.entries.length ?? 0);
  if (!page || !meets) return { pages: [first], pageParams: [null] };
  const joined = { entries: [...first.entries, ...rest], next: rest.length > 0 ? page.next : first.next };
  return { pages: [joined, ...older], pageParams: before?.pageParams ?? [null] };
}
