import { describe, expect, it } from 'vitest';
import { localText } from '#lib/platform/local-time.ts';
import { MINUTE } from './interval.ts';
import { shiftsWithin, type WorkingHours } from './working-hours.ts';

const every = (from: string, to: string, valid: Partial<WorkingHours> = {}): WorkingHours[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to, validFrom: null, validTo: null, ...valid }));

const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Sydney', 'Australia/Lord_Howe', 'Asia/Kolkata'];

const year = { from: Date.parse('2026-01-10T12:00Z'), to: Date.parse('2027-01-10T12:00Z') };

describe('working hours', () => {
  it.each(zones)('WO-10 · 09:00 stays 09:00 on each day of a year in %s', (timeZone) => {
    const shifts = shiftsWithin({ timeZone, hours: every('09:00', '17:00'), daysOff: [] }, year);
    expect(shifts.length).toBeGreaterThanOrEqual(365);
    const shown = (moment: number) => localText(new Date(moment).toISOString(), timeZone).slice(11);
    expect(new Set(shifts.map(({ from, to }) => `${shown(from)} to ${shown(to)}`))).toEqual(
      new Set(['09:00 to 17:00']),
    );
  });

  it.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Asia/Kolkata', '2026-10-25', 24],
  ])('WO-10 · a whole day in %s, %s, has %d hours', (timeZone, date, hours) => {
    const noon = Date.parse(`${date}T12:00Z`);
    const plan = { timeZone, hours: every('00:00', '00:00', { validFrom: date, validTo: date }), daysOff: [] };
    const [day] = shiftsWithin(plan, { from: noon - 1440 * MINUTE, to: noon + 1440 * MINUTE });
    expect(day && (day.to - day.from) / 60 / MINUTE).toBe(hours);
  });

  it('WO-10 · a time that clocks skip begins at the change; a repeated end is the second one', () => {
    const berlin = (date: string, from: string, to: string) =>
      shiftsWithin(
        { timeZone: 'Europe/Berlin', hours: every(from, to, { validFrom: date, validTo: date }), daysOff: [] },
        { from: Date.parse(`${date}T00:00Z`), to: Date.parse(`${date}T12:00Z`) },
      ).map((shift) => [shift.from, shift.to].map((moment) => new Date(moment).toISOString().slice(11, 16)));
    expect(berlin('2026-03-29', '02:30', '06:00')).toEqual([['01:00', '04:00']]);
    expect(berlin('2026-10-25', '02:30', '06:00')).toEqual([['00:30', '05:00']]);
    expect(berlin('2026-10-25', '01:00', '02:30')).toEqual([['23:00', '01:30']]);
  });

  it('WO-10 · a night shift ends on the next day, and counts even if only its end is in the range', () => {
    const plan = { timeZone: 'UTC', hours: every('22:00', '06:00'), daysOff: [] };
    const within = { from: Date.parse('2026-07-02T01:00Z'), to: Date.parse('2026-07-02T02:00Z') };
    expect(shiftsWithin(plan, within)).toEqual([
      { from: Date.parse('2026-07-01T22:00Z'), to: Date.parse('2026-07-02T06:00Z') },
    ]);
  });

  it('WO-10 · there are no working hours on days off, or outside the validity of the hours', () => {
    const plan = {
      timeZone: 'UTC',
      hours: every('09:00', '10:00', { validFrom: '2026-07-02', validTo: '2026-07-06' }),
      daysOff: [{ from: '2026-07-04', to: '2026-07-05' }],
    };
    const within = { from: Date.parse('2026-06-01T00:00Z'), to: Date.parse('2026-08-01T00:00Z') };
    const dates = shiftsWithin(plan, within).map(({ from }) => new Date(from).toISOString().slice(0, 10));
    expect(dates).toEqual(['2026-07-02', '2026-07-03', '2026-07-06']);
  });
});
