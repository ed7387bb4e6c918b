import type { RememberedList } from './list-memory.ts';

/** How many records stand before a page, by the page that was shown before it. */
export function startOf(
  page: Pick<RememberedList, 'href' | 'numbers' | 'previous'>,
  before: RememberedList | null,
): number | null {
  if (page.previous === null) return 0;
  if (before?.start == null) return null;
  if (before.href === page.href) return before.start;
  if (before.next === page.href) return before.start + before.numbers.length;
  if (before.previous === page.href) return Math.max(0, before.start - page.numbers.length);
  return null;
}

/** Where a record stands in its list: "7 of 42", "7 of 50+" where nobody has counted. */
export function positionText({ numbers, start, total, next }: RememberedList, at: number): string {
  if (start === null) return `${at + 1} on this page`;
  const shown = start + numbers.length;
  const all = next === null ? shown : (total ?? `${shown.toLocaleString('en')}+`);
  return `${(start + at + 1).toLocaleString('en')} of ${all.toLocaleString('en')}`;
}
