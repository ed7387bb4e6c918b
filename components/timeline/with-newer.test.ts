import { describe, expect, it } from 'vitest';
import type { TimelinePage } from '#lib/journal/timeline-entry.ts';
import { withNewer } from './with-newer.ts';

/** A page of the entries from one number down to another. */
function page(from: number, to: number): TimelinePage {
  const ids = Array.from({ length: from - to + 1 }, (_, back) => String(from - back));
  const entries = ids.map((id) => ({ id, at: '', by: '', type: 'change' as const, lines: [] }));
  return { entries, next: to > 1 ? String(to) : null };
}

const numbersOf = (pages: readonly TimelinePage[]) =>
  pages.flatMap(({ entries }) => entries.map(({ id }) => Number(id)));
const down = (from: number, to: number) => numbersOf([page(from, to)]);
const read = { pages: [page(60, 41), page(40, 21)], pageParams: [null, '41'] };

describe('REC-2 · a newer first page', () => {
  it('is joined with what was read before', () => {
    const { pages, pageParams } = withNewer(page(62, 43), read);
    expect(numbersOf(pages)).toEqual(down(62, 21));
    expect(pages[0]?.next).toBe('41');
    expect(pageParams).toEqual([null, '41']);
  });

  it('is the same as before where nothing is new', () => {
    expect(withNewer(page(60, 41), read)).toEqual(read);
  });

  it('is replaced if there are more new entries than fit on one page, so that none is missing', () => {
    const { pages } = withNewer(page(90, 71), read);
    expect(numbersOf(pages)).toEqual(down(90, 71));
    expect(pages[0]?.next).toBe('71');
  });

  it('is all there is where nothing was read before', () => {
    expect(withNewer(page(3, 1), undefined).pages).toEqual([page(3, 1)]);
    expect(withNewer(page(3, 1), { pages: [{ entries: [], next: null }], pageParams: [null] }).pages).toEqual([
      page(3, 1),
    ]);
  });
});
