import { describe, expect, it } from 'vitest';
import { momentsOf } from '#lib/diary/wall-clock.ts';
import { boardPath, parseBoardQuery } from './board-query.ts';
import { axisOf, dayWithin } from './day-of-board.ts';
import { momentsOnTheClock } from './moments-on-the-clock.ts';

const HOUR = 3_600_000;

describe('the day of the board', () => {
  it('WO-17 · is one of its own zone, with 23 or 25 hours where clocks change', () => {
    const long = (day: string, zone: string) => {
      const { from, to } = dayWithin(day, zone);
      return (to - from) / HOUR;
    };
    expect([long('2026-11-25', 'Europe/Berlin'), long('2026-03-29', 'Europe/Berlin')]).toEqual([24, 23]);
    expect([long('2026-10-25', 'Europe/Berlin'), long('2026-04-05', 'Australia/Lord_Howe')]).toEqual([25, 24.5]);
    expect(new Date(dayWithin('2026-11-25', 'Asia/Tokyo').from).toISOString()).toBe('2026-11-24T15:00:00.000Z');
  });

  it('WO-7 · shows 7 to 19, and visits before and after', () => {
    const labels = (shown: { from: number; to: number }[]) => axisOf('2026-11-25', 'UTC', shown).hours;
    expect(labels([]).map(({ label }) => label)).toEqual('7 8 9 10 11 12 13 14 15 16 17 18'.split(' '));
    const night = { from: Date.parse('2026-11-25T05:40Z'), to: Date.parse('2026-11-25T20:10Z') };
    expect(labels([night]).map(({ label }) => label)).toEqual('5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20'.split(' '));
  });

  it('WO-10, WO-17 · a skipped or repeated local time is recognized', () => {
    const clocks = [
      ['2026-03-29T02:30', 'Europe/Berlin'],
      ['2026-10-25T02:30', 'Europe/Berlin'],
      ['2026-11-25T09:00', 'Europe/Berlin'],
      ['2026-04-05T01:45', 'Australia/Lord_Howe'],
      ['2026-10-04T02:15', 'Australia/Lord_Howe'],
      ['2026-11-01T01:30', 'America/New_York'],
      ['2026-11-25T09:15', 'Asia/Kathmandu'],
    ] as const;
    for (const [wall, zone] of clocks)
      expect(momentsOnTheClock(wall, zone).map((moment) => Date.parse(moment))).toEqual(momentsOf(wall, zone));
    expect(momentsOnTheClock('nonsense', 'UTC')).toEqual([]);
  });

  it('WO-7 · is encoded in its address; invalid parts are dropped', () => {
    const query = parseBoardQuery({ day: '2026-11-25', zone: 'Asia/Tokyo', region: 'North', page: '3', group: 'x' });
    expect(query).toMatchObject({ day: '2026-11-25', zone: 'Asia/Tokyo', group: null, page: 3 });
    expect(boardPath(query, { day: '2026-11-26' })).toBe(
      '/workspace/dispatch?day=2026-11-26&zone=Asia%2FTokyo&region=North',
    );
    expect(boardPath(query, { page: 4 })).toContain('page=4');
    const nothing = parseBoardQuery({ day: '2026-02-30', zone: 'Mars', page: '-1', name: ['a', 'b'] });
    expect(nothing).toMatchObject({ day: null, zone: null, page: 1, name: 'a' });
    expect(boardPath(parseBoardQuery({}), {})).toBe('/workspace/dispatch');
  });
});
