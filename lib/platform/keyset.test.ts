import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type KeysetPage, type PageDirection, pageOf, parsePlace, placeText } from './keyset.ts';

type Row = { n: number };

/** A simulated database result: rows in this order, one more than a page, in the direction of reading. */
function read(all: readonly Row[], size: number, direction: PageDirection, from: Row | null): KeysetPage<Row> {
  const place = from ? all.indexOf(from) : -1;
  const beyond = direction === 'before' ? all.slice(0, place).reverse() : all.slice(place + 1);
  return pageOf(beyond.slice(0, size + 1), size, direction);
}

it.each([
  ['first', [1, 2], { rows: [1, 2], next: null, previous: null }],
  ['first', [1, 2, 3], { rows: [1, 2], next: 2, previous: null }],
  ['after', [1, 2], { rows: [1, 2], next: null, previous: 1 }],
  ['after', [1, 2, 3], { rows: [1, 2], next: 2, previous: 1 }],
  ['before', [2, 1], { rows: [1, 2], next: 2, previous: null }],
  ['before', [3, 2, 1], { rows: [2, 3], next: 3, previous: 2 }],
  ['first', [], { rows: [], next: null, previous: null }],
  ['after', [], { rows: [], next: null, previous: null }],
  ['before', [], { rows: [], next: null, previous: null }],
] as const)('two rows a page, %s, of %j', (direction, rows, page) => {
  expect(pageOf<number>(rows, 2, direction)).toEqual(page);
});

it('forwards to the end and back again, every row is seen once each way', () => {
  const sizes = fc.record({ count: fc.integer({ min: 0, max: 40 }), size: fc.integer({ min: 1, max: 7 }) });
  fc.assert(
    fc.property(sizes, ({ count, size }) => {
      const all = Array.from({ length: count }, (_, n) => ({ n }));
      const pages = [read(all, size, 'first', null)];
      for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) pages.push(read(all, size, 'after', next));
      expect(pages.flatMap(({ rows }) => rows)).toEqual(all);

      const back = pages.slice(-1);
      for (let to = back[0]?.previous; to; to = back[0]?.previous) back.unshift(read(all, size, 'before', to));
      expect(back.map(({ rows }) => rows)).toEqual(pages.map(({ rows }) => rows));
    }),
  );
});

it('a time position survives the URL; an invalid one is ignored', () => {
  const place = { at: new Date('2026-11-02T08:00:00.123Z'), id: '0198c0de-0000-7000-8000-000000000001' };
  expect(parsePlace(placeText(place))).toEqual(place);
  for (const text of [null, '', '_', `yesterday_${place.id}`, `${place.at.toISOString()}_1`, place.id])
    expect(parsePlace(text)).toBeNull();
});
