import { parseIsoDateTime } from './iso-date-time.ts';
import { isUuid } from './uuid.ts';

/** Which page is requested: the first page, the page after a row, or the page before a row. */
export type PageDirection = 'first' | 'after' | 'before';

/** A page, and the rows from which the next and the previous page begin; null if there is no such page. */
export type KeysetPage<Row> = { rows: Row[]; next: Row | null; previous: Row | null };

/**
 * Q-4 · Builds a page of the given size from one row more than fits, if there are so many. A backward read returns rows in
 * reverse order. The page that the user comes from always exists.
 */
export function pageOf<Row>(read: readonly Row[], size: number, direction: PageDirection): KeysetPage<Row> {
  const more = read.length > size;
  const rows = read.slice(0, size);
  if (direction === 'before') rows.reverse();
  const hasNext = direction === 'before' || more;
  const hasPrevious = direction === 'before' ? more : direction === 'after';
  return {
    rows,
    next: hasNext ? (rows.at(-1) ?? null) : null,
    previous: hasPrevious ? (rows[0] ?? null) : null,
  };
}

/** A row's position in a list that is ordered by time. */
export type TimePlace = { at: Date; id: string };

/** A position as a URL parameter. */
export function placeText({ at, id }: TimePlace): string {
  return `${at.toISOString()}_${id}`;
}

/** The position in a URL parameter; null if no page has written it. */
export function parsePlace(text: string | null): TimePlace | null {
  const [at = '', id = ''] = text?.split('_') ?? [];
  const dateTime = parseIsoDateTime(at);
  return dateTime && isUuid(id) ? { at: dateTime, id } : null;
}
