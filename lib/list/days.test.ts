import { describe, expect, test } from 'vitest';
import { dayAfter, daysShown, formatDays, parseDays, startOfDay } from './days.ts';

describe('days in an address', () => {
  test.each([
    ['2026-11-01..2026-11-07', '2026-11-01 to 2026-11-07'],
    ['2026-11-01..2026-11-01', '2026-11-01'],
    ['2026-11-01..', 'since 2026-11-01'],
    ['..2026-11-07', 'until 2026-11-07'],
  ])('%s is parsed, formatted and described', (text, shown) => {
    const days = parseDays(text);
    expect(days && formatDays(days)).toBe(text);
    expect(days && daysShown(days)).toBe(shown);
  });

  test.each(['', '..', '2026-11-01', '2026-02-30..', '..2026-13-01', '0001-01-01..', '2026-11-01..x', '9999-01-01..'])(
    '"%s" is none',
    (text) => {
      expect(parseDays(text)).toBeNull();
    },
  );

  test('a day begins at midnight of its time zone, also around clock changes', () => {
    expect(dayAfter('2026-02-28', 1)).toBe('2026-03-01');
    expect(dayAfter('2026-01-01', -1)).toBe('2025-12-31');
    expect(startOfDay('2026-11-01', 'Asia/Kathmandu')).toBe('2026-10-31T18:15:00.000Z');
    const [before, after] = ['2026-10-25', '2026-10-26'].map((day) => startOfDay(day, 'Europe/Berlin'));
    expect([before, after]).toEqual(['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z']);
  });
});
