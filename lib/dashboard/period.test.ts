import { expect, test } from 'vitest';
import { ageBounds, agesAt, dayOf, lastDays } from './period.ts';

const TODAY = '2026-11-24';

test('DASH-1 · the days of a period end today in the zone of the reader, without gaps', () => {
  const { days, bounds, text } = lastDays(3, TODAY, 'Asia/Kathmandu');
  expect(days).toEqual(['2026-11-22', '2026-11-23', TODAY]);
  expect(text).toBe('2026-11-22..2026-11-24');
  expect(bounds).toEqual([
    '2026-11-21T18:15:00.000Z',
    '2026-11-22T18:15:00.000Z',
    '2026-11-23T18:15:00.000Z',
    '2026-11-24T18:15:00.000Z',
  ]);
  expect(dayOf(new Date('2026-11-24T18:14:00Z'), 'Asia/Kathmandu')).toBe(TODAY);
  expect(dayOf(new Date('2026-11-24T18:15:00Z'), 'Asia/Kathmandu')).toBe('2026-11-25');
});

test('DASH-1 · each age begins where the one before it ends, and the last one never', () => {
  expect(agesAt(TODAY)).toEqual([
    { label: 'Today', opened: '2026-11-24..' },
    { label: '1 to 3 days', opened: '2026-11-21..2026-11-23' },
    { label: '4 to 7 days', opened: '2026-11-17..2026-11-20' },
    { label: '8 to 30 days', opened: '2026-10-25..2026-11-16' },
    { label: 'More than 30 days', opened: '..2026-10-24' },
  ]);
  const bounds = ['2026-10-25', '2026-11-17', '2026-11-21', '2026-11-24'].map((day) => `${day}T00:00:00.000Z`);
  expect(ageBounds(TODAY, 'UTC')).toEqual(bounds);
});
