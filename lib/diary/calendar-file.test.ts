import { describe, expect, it } from 'vitest';
import { foreignReaders } from '#lib/testing/read-calendar.ts';
import { type CalendarEntry, calendarFile } from './calendar-file.ts';

const invited: CalendarEntry = {
  uid: '7f0c1d7e-appointment@support.example',
  sequence: 0,
  isCancelled: false,
  from: new Date('2026-11-27T09:00:00Z'),
  to: new Date('2026-11-27T11:00:00Z'),
  summary: 'WOT0010021; mount, and cable: the “edge” device',
  description: 'Line one\nLine two, 한국어',
  location: '6 Mill Road, Breda',
  organiser: { name: 'Boxeo, Support', email: 'support@support.example' },
  attendee: { name: 'Cora "C" Customer', email: 'customer@boxeo.example' },
  written: new Date('2026-11-25T12:00:00Z'),
};
const moved = { ...invited, sequence: 1, from: new Date('2026-11-30T09:00:00Z'), to: new Date('2026-11-30T11:00:00Z') };
const movedAgain = {
  ...moved,
  sequence: 2,
  from: new Date('2026-12-01T07:30:00Z'),
  to: new Date('2026-12-01T09:30:00Z'),
};
const cancelled = { ...movedAgain, sequence: 3, isCancelled: true };
const life = [invited, moved, movedAgain, cancelled];

describe.each(foreignReaders)('an appointment as %s reads it', (_program, read) => {
  it('WO-14 · has one name for life, and a number that rises with each move and with the cancellation', () => {
    const states = life.map((entry) => read(calendarFile(entry).content));
    expect(new Set(states.map(({ uid }) => uid))).toEqual(new Set([invited.uid]));
    expect(states.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3]);
    expect(states.map(({ method, status }) => `${method} ${status}`)).toEqual([
      ...Array.from({ length: 3 }, () => 'REQUEST CONFIRMED'),
      'CANCEL CANCELLED',
    ]);
    expect(states.map(({ from, to }) => [from, to])).toEqual(
      life.map(({ from, to }) => [from.toISOString(), to.toISOString()]),
    );
  });

  it('WO-14 · has subject, place and people, whatever characters they contain', () => {
    const { summary, description, location } = invited;
    expect(read(calendarFile(invited).content)).toMatchObject({
      summary,
      description,
      location,
      organiser: 'mailto:support@support.example',
    });
  });
});

it('WO-14 · all times are in UTC and no zone is described; no line is longer than calendars take', () => {
  const { content, method } = calendarFile(cancelled);
  expect(method).toBe('CANCEL');
  expect(content).toContain('DTSTART:20261201T073000Z');
  expect(content).toContain('DTSTAMP:20261125T120000Z');
  expect(content).not.toMatch(/TZID|VTIMEZONE/);
  for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});
