import { expect, test } from 'vitest';
import type { InboxItem } from '#lib/inbox/item.ts';
import { weeksOf } from './weeks.ts';

const about = {
  unread: false,
  reason: 'commented',
  by: 'A',
  number: 'CS1',
  title: 'T',
  entry: null,
  state: null,
  solution: null,
} as const;
const line = (at: string): InboxItem => ({ ...about, id: at, at, excerpt: null, others: 0 });

// A Monday, early.
const now = Date.parse('2026-11-23T06:00:00Z');
const weeks = (timeZone: string, ...at: string[]) =>
  weeksOf(at.map(line), { locale: 'en', timeZone, now }).map(({ label, items }) => `${label}: ${items.length}`);

test('inbox · weeks begin on Mondays', () => {
  const lines = ['2026-11-23T00:00:00Z', '2026-11-22T23:59:59Z', '2026-11-16T00:00:00Z', '2026-11-15T12:00:00Z'];
  expect(weeks('UTC', ...lines)).toEqual(['This week: 1', 'Last week: 2', 'Week of Nov 9, 2026: 1']);
});

test('inbox · weeks are those of the reader’s time zone', () => {
  expect(weeks('Pacific/Auckland', '2026-11-22T12:00:00Z')).toEqual(['This week: 1']);
  expect(weeks('America/Los_Angeles', '2026-11-22T12:00:00Z')).toEqual(['This week: 1']);
  expect(weeks('UTC', '2026-11-22T12:00:00Z')).toEqual(['Last week: 1']);
});
