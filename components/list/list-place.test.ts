import { expect, it } from 'vitest';
import type { RememberedList } from './list-memory.ts';
import { positionText, startOf } from './list-place.ts';

const numbers = Array.from({ length: 50 }, (_, at) => `CS${at}`);
const list: RememberedList = {
  owner: 'ava',
  title: 'Cases',
  href: '/workspace/cases?after=1',
  numbers,
  start: 50,
  total: 142,
  next: '/workspace/cases?after=2',
  previous: '/workspace/cases?before=1',
};

it('a page derives the number of records before it from the previous page', () => {
  const page = { numbers, previous: '/workspace/cases?before=9' };
  expect(startOf({ ...page, href: '/workspace/cases', previous: null }, null)).toBe(0);
  expect(startOf({ ...page, href: '/workspace/cases?after=2' }, list)).toBe(100);
  expect(startOf({ ...page, href: '/workspace/cases?before=1' }, list)).toBe(0);
  expect(startOf({ ...page, href: list.href }, list)).toBe(50);
  expect(startOf({ ...page, href: '/workspace/cases?after=7' }, list)).toBeNull();
  expect(startOf({ ...page, href: '/workspace/cases?after=2' }, null)).toBeNull();
});

it('a position shows the total if it is known', () => {
  expect(positionText(list, 6)).toBe('57 of 142');
  expect(positionText({ ...list, total: null }, 6)).toBe('57 of 100+');
  // At the list's end its length is known, whatever was counted before.
  expect(positionText({ ...list, total: null, next: null }, 6)).toBe('57 of 100');
  expect(positionText({ ...list, start: null }, 6)).toBe('7 on this page');
  expect(positionText({ ...list, start: 1_000, total: 2_000 }, 0)).toBe('1,001 of 2,000');
});
