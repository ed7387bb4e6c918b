import { describe, expect, it } from 'vitest';
import { momentsOf, nextOnTheClock } from './wall-clock.ts';

describe('a time on the clock of a zone', () => {
  it.each([
    ['an ordinary one, once', '2026-07-01T09:00', 'Europe/Berlin', ['2026-07-01T07:00:00.000Z']],
    ['one that is left out, never', '2026-03-29T02:30', 'Europe/Berlin', []],
    [
      'one that comes twice, twice',
      '2026-10-25T02:30',
      'Europe/Berlin',
      ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
    ],
    ['half an hour is left out', '2026-10-04T02:15', 'Australia/Lord_Howe', []],
    [
      'and shown twice',
      '2026-04-05T01:45',
      'Australia/Lord_Howe',
      ['2026-04-04T14:45:00.000Z', '2026-04-04T15:15:00.000Z'],
    ],
    ['where the clocks never change', '2026-03-29T02:30', 'Asia/Kolkata', ['2026-03-28T21:00:00.000Z']],
  ])('WO-10 · %s', (_what, wall, timeZone, moments) => {
    expect(momentsOf(wall, timeZone).map((moment) => new Date(moment).toISOString())).toEqual(moments);
  });
});

it('WO-10 · the next full half hour is one of the clock of the zone', () => {
  const at = Date.parse('2026-07-01T00:01:00Z');
  const next = (timeZone: string) => new Date(nextOnTheClock(at, 30, timeZone)).toISOString();
  expect(next('Europe/Berlin')).toBe('2026-07-01T00:30:00.000Z');
  expect(next('Asia/Kathmandu')).toBe('2026-07-01T00:15:00.000Z');
});
