import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { RefusedAnswer } from '#components/ui/fetch-json.ts';
import { entryAnchor, entryOfAnchor } from '#lib/journal/entry-anchor.ts';
import type { TimelinePage } from '#lib/journal/timeline-entry.ts';
import { loadUntil } from './load-until.ts';
import type { Pages, TimelineSource } from './use-timeline.ts';

const pageOf = (id: string, next: string | null): TimelinePage => ({
  entries: [{ id, at: '2026-11-22T09:00:00Z', by: 'Ava Agent', type: 'comment', html: id }],
  next,
});
const { signal } = new AbortController();

/** A timeline of three pages; the first one is loaded. */
function aTimeline(load: TimelineSource['load']) {
  const queries = new QueryClient();
  const key = ['timeline', 'CS1', 'all'];
  queries.setQueryData<Pages>(key, { pages: [pageOf('a', '1')], pageParams: [null] });
  return {
    readAnew: (queryFn: () => Promise<TimelinePage>) =>
      queries.fetchInfiniteQuery({ queryKey: key, queryFn, initialPageParam: null, staleTime: 0 }).catch(() => {}),
    until: (entry: string) => loadUntil(queries, { id: 'CS1', load }, { entry, signal }),
    shown: () => queries.getQueryData<Pages>(key)?.pages.flatMap(({ entries }) => entries.map(({ id }) => id)),
  };
}

it('a timeline is read page by page until the linked entry is there, and no further', async () => {
  const calls: unknown[] = [];
  const { until, shown } = aTimeline(async ({ cursor, until }) => {
    calls.push([cursor, until]);
    return cursor === '1' ? pageOf('b', '2') : pageOf('c', '3');
  });
  await until('a');
  expect(calls).toEqual([]);
  await until('c');
  expect(calls).toEqual([
    ['1', 'c'],
    ['2', 'c'],
  ]);
  expect(shown()).toEqual(['a', 'b', 'c']);
});

it('a timeline that is reloaded while loading keeps the linked entry', async () => {
  const { until, shown, readAnew } = aTimeline(async () => pageOf('b', null));
  let answer = (_page: TimelinePage) => {};
  const reading = readAnew(() => new Promise((resolve) => (answer = resolve)));
  await until('b');
  answer(pageOf('a', '1'));
  await reading;
  expect(shown()).toEqual(['a', 'b']);
});

it('a timeline without the linked entry is not read on', async () => {
  const refusing = aTimeline(() => Promise.reject(new RefusedAnswer('There is no CS1 that you can see.')));
  await expect(refusing.until('x')).rejects.toBeInstanceOf(RefusedAnswer);
  expect(refusing.shown()).toEqual(['a']);
  const ending = aTimeline(async () => pageOf('b', null));
  await expect(ending.until('x')).rejects.toThrow('Not found, or you have no access.');
});

it('an address names an entry by its id, or none', () => {
  expect(entryOfAnchor(`#${entryAnchor('42')}`)).toBe('42');
  expect([entryOfAnchor(''), entryOfAnchor('#main')]).toEqual([null, null]);
});
