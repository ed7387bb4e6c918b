import { parseIsoDateTime } from './iso-date-time.ts';
import { isUuid } from './uuid.ts';

/** How a page is turned to: the first one, on after a row, or back before one. */
export type PageDirection = 'first' | 'after' | 'before';

/** A page, and the rows at its ends from which the next and the previous one begin; null where there is none. */
export type KeysetPage<Row> = { rows: Row[]; next: Row | null; previous: Row | null };

/**
 * Q-4 · A page of so many rows, out of one more than fit on it, if there are so many; read backwards, they come backwards.
 * Where one comes from, there is a page.
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

/** A row's place in a list that goes by time. */
export type TimePlace = { at: Date; id: string };

/** A place as an address keeps it. */
export function placeText({ at, id }: TimePlace): string {
  return `${at.toISOString()}_${id}`;
}

/** The place that an address keeps; null for what no page has written. */
export function parsePlace(text: string | null): TimePlace | null {
  const [at = '', id = ''] = text?.split('_') ?? [];
  const dateTime = parseIsoDateTime(at);
  return dateTime && isUuid(id) ? { at: dateTime, id } : null;
}
