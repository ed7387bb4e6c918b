import fc from 'fast-check';
import { expect, it } from 'vitest';
import { localText, zonedToUtc } from './local-time.ts';
import { readSkipped, skippedBecause, skippedTime, writeSkipped } from './skipped-time.ts';

it.each([
  ['2027-03-14T02:30', 'America/New_York', '2027-03-14T01:59', '2027-03-14T03:00'],
  ['2027-03-14T02:00', 'America/New_York', '2027-03-14T01:59', '2027-03-14T03:00'],
  ['2027-03-14T02:59', 'America/New_York', '2027-03-14T01:59', '2027-03-14T03:00'],
  ['2027-09-05T00:00', 'America/Santiago', '2027-09-04T23:59', '2027-09-05T01:00'],
  ['2027-10-03T02:15', 'Australia/Lord_Howe', '2027-10-03T01:59', '2027-10-03T02:30'],
  ['2011-12-30T12:00', 'Pacific/Apia', '2011-12-29T23:59', '2011-12-31T00:00'],
])('REC-5 · %s does not exist in %s: the nearest times are %s and %s', (text, timeZone, before, after) => {
  const skipped = skippedTime(text, timeZone);
  expect(skipped).toEqual({ text, timeZone, before, after });
  expect(readSkipped(skipped ? writeSkipped(skipped) : '')).toEqual(skipped);
});

it.each([
  ['2027-03-14T01:59', 'America/New_York'],
  ['2027-03-14T03:00', 'America/New_York'],
  ['2027-11-07T01:30', 'America/New_York'],
  ['2027-09-05T01:00', 'America/Santiago'],
  ['', 'UTC'],
])('REC-5 · %s exists in %s', (text, timeZone) => {
  expect(skippedTime(text, timeZone)).toBeNull();
});

it('REC-5 · any existing local time is stored as typed, and any other is refused', () => {
  const zones = fc.constantFrom(
    'America/New_York',
    'America/Santiago',
    'Europe/Berlin',
    'Asia/Kathmandu',
    'Africa/Cairo',
  );
  const times = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(zones, times, (zone, time) => {
      const text = time.toISOString().slice(0, 16);
      const isKept = localText(zonedToUtc(text, zone) ?? '', zone) === text;
      expect(skippedTime(text, zone) === null).toBe(isKept);
    }),
  );
});

it('REC-5 · the refusal names the nearest times', () => {
  const skipped = skippedTime('2027-03-14T02:30', 'America/New_York');
  expect(skipped && skippedBecause(skipped)).toBe(
    '2027-03-14 02:30 does not exist in America/New York: the clocks change then. The nearest times are 2027-03-14 01:59 and 2027-03-14 03:00.',
  );
});

it.each(['2027-03-14T02:30[Nowhere/Land]', '2027-03-14T03:30[America/New_York]', '2027-03-14T02:30:00.000Z'])(
  'REC-5 · %s is no time that was skipped',
  (value) => {
    expect(readSkipped(value)).toBeNull();
  },
);
