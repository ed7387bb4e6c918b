import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Diary, type Visit, visitsIn, type Wanted } from '../diary.ts';
import { contains, type Interval, MINUTE, overlap } from '../interval.ts';
import { shiftsWithin } from '../working-hours.ts';
import { freeWindows, windowAt } from './free-windows.ts';
import { occupiedIntervals } from './occupied.ts';
import { defaultTravel, type Site, travelTime } from './travel.ts';

const settings = { travel: defaultTravel, beginEvery: 30 };

const home: Site = { latitude: 51.92, longitude: 4.48 };
const breda: Site = { latitude: 51.59, longitude: 4.78 };
const delft: Site = { latitude: 52.01, longitude: 4.36 };
const unknown: Site = { latitude: null, longitude: null };

const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  from: '08:00',
  to: '17:00',
  validFrom: null,
  validTo: null,
}));

const at = (text: string) => Date.parse(`${text}:00Z`);
const day = (date: string): Interval => ({ from: at(`${date}T00:00`), to: at(`${date}T23:59`) });
const diary = (visits: Visit[] = [], absent: Interval[] = []): Diary => ({
  plan: { timeZone: 'UTC', hours: weekdays, daysOff: [] },
  home,
  visits,
  absent,
});
const wanted = (site: Site, minutes = 60, timeZone = 'UTC'): Wanted => ({
  within: day('2026-11-25'),
  minutes,
  site,
  timeZone,
});
const begins = (windows: Interval[]) => windows.map(({ from }) => new Date(from).toISOString().slice(11, 16));

describe('the windows of a technician', () => {
  it('WO-11 · begin after the way from home, and leave enough for the way back', () => {
    const way = travelTime(home, breda, defaultTravel) / MINUTE;
    expect(way).toBeGreaterThan(60);
    expect(way).toBeLessThan(90);
    const windows = begins(freeWindows(diary(), wanted(breda), settings));
    expect([windows.at(0), windows.at(-1)]).toEqual(['09:30', '14:30']);
  });

  it('WO-11 · there is travel time between two visits, but none at the same site', () => {
    const visit = { from: at('2026-11-25T10:00'), to: at('2026-11-25T11:00'), site: breda };
    const windows = begins(freeWindows(diary([visit]), wanted(breda), settings));
    expect(windows[0]).toBe('11:00');
    const before = freeWindows(diary([visit]), wanted(delft, 30), settings).filter(({ to }) => to < visit.from);
    for (const { to } of before)
      expect(visit.from - to).toBeGreaterThanOrEqual(travelTime(delft, breda, defaultTravel));
  });

  it('WO-11 · avoid absences, and count half an hour for an unknown distance', () => {
    const absent = { from: at('2026-11-25T12:00'), to: at('2026-11-25T13:00') };
    const windows = freeWindows(diary([], [absent]), wanted(unknown), settings);
    expect(windows.some((window) => overlap(window, absent))).toBe(false);
    expect(begins(windows)[0]).toBe('08:30');
  });

  it('WO-11 · do not exist on days off and weekends', () => {
    const off = { ...diary(), plan: { ...diary().plan, daysOff: [{ from: '2026-11-25', to: '2026-11-25' }] } };
    expect(freeWindows(off, wanted(delft), settings)).toEqual([]);
    expect(freeWindows(diary(), { ...wanted(delft), within: day('2026-11-28') }, settings)).toEqual([]);
  });
});

const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Sydney', 'Australia/Lord_Howe', 'Asia/Kolkata'];
/** Dates around clock changes. */
const dates = ['2026-03-07', '2026-03-28', '2026-04-04', '2026-10-03', '2026-10-24', '2026-10-31'];
const sites = [home, breda, delft, unknown];

const step = fc.record({
  what: fc.constantFrom('book', 'book', 'book', 'cancel', 'move', 'day off'),
  which: fc.nat(200),
  minutes: fc.constantFrom(30, 45, 60, 120),
  site: fc.constantFrom(...sites),
  siteZone: fc.constantFrom(...zones),
});

const course = fc.record({
  timeZone: fc.constantFrom(...zones),
  date: fc.constantFrom(...dates),
  hours: fc.constantFrom(
    ['08:00', '17:00'],
    ['00:00', '00:00'],
    ['22:00', '06:00'],
    ['01:30', '09:00'],
    ['02:30', '07:00'],
  ),
  steps: fc.array(step, { minLength: 1, maxLength: 12 }),
});

it('WO-11, WO-12 · after any bookings, moves and cancellations, in five zones around clock changes: each offered window can be booked, and no two visits overlap', () => {
  fc.assert(
    fc.property(course, ({ timeZone, date, hours: [from = '', to = ''], steps }) => {
      const within = { from: at(`${date}T00:00`), to: at(`${date}T00:00`) + 3 * 1440 * MINUTE };
      const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to, validFrom: null, validTo: null }));
      let now: Diary = { plan: { timeZone, hours, daysOff: [] }, home, visits: [], absent: [] };
      for (const { what, which, minutes, site, siteZone } of steps) {
        const kept =
          what === 'book' ? now.visits : now.visits.filter((_, index) => index !== which % now.visits.length);
        now = { ...now, visits: kept };
        if (what === 'cancel') continue;
        if (what === 'day off') {
          const off = new Date(within.from + (which % 3) * 1440 * MINUTE).toISOString().slice(0, 10);
          now = { ...now, visits: [], plan: { ...now.plan, daysOff: [{ from: off, to: off }] } };
          continue;
        }
        const asked: Wanted = { within, minutes, site, timeZone: siteZone };
        const offers = freeWindows(now, asked, settings);
        const chosen = offers[which % offers.length];
        if (!chosen) continue;
        expect(windowAt(now, asked, settings, chosen.from)).toEqual(chosen);
        // A time between two offered windows is not available.
        expect(windowAt(now, asked, settings, chosen.from + MINUTE)).toBeUndefined();
        now = { ...now, visits: [...now.visits, { from: chosen.from, to: chosen.to, site }] };
      }
      for (const shift of shiftsWithin(now.plan, within)) {
        const ofShift = { ...now, visits: visitsIn(now, shift) };
        const occupied = occupiedIntervals(ofShift, within, defaultTravel).map(({ setsOut, visit }) => ({
          from: setsOut,
          to: visit.to,
        }));
        for (const [index, each] of occupied.entries()) {
          expect(contains(shift, each)).toBe(true);
          expect(occupied.slice(index + 1).some((other) => overlap(each, other))).toBe(false);
        }
      }
    }),
    { numRuns: 150 },
  );
});
