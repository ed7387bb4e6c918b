import type { RememberedList } from './list-memory.ts';

/** Number of records before a page, derived from the page shown before it. */
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

/** A record's position in its list: "7 of 42", or "7 of 50+" if the total is unknown. */
export function positionText({ numbers, start, total, next }: RememberedList, at: number): string {
  if (start === null) return `${at + 1} on this page`;
  const shown = start + numbers.length;
  const all = next === null ? shown : (total ?? `${shown.toLocaleString('en')}+`);
  return `${(start + at + 1).toLocaleString('en')} of ${all.toLocaleString('en')}`;
}
