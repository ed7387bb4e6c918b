import { describe, expect, it } from 'vitest';
import type { Task, Technician } from '#lib/diary/technician.ts';
import { findBreaches } from './find-breaches.ts';
import { mayPlace } from './may-place.ts';

const nowhere = { latitude: null, longitude: null };
const at = (time: string) => Date.parse(`2026-11-25T${time}Z`);
const weekdays = [1, 2, 3, 4, 5, 6, 7];

const eva: Technician = {
  id: 'eva',
  name: 'Eva Edge',
  active: true,
  groupIds: ['field'],
  skills: ['fibre'],
  regionId: 'north',
  accountIds: [],
  diary: {
    plan: {
      timeZone: 'UTC',
      hours: weekdays.map((weekday) => ({ weekday, from: '08:00', to: '17:00', validFrom: null, validTo: null })),
      daysOff: [],
    },
    home: nowhere,
    visits: [{ from: at('11:00'), to: at('12:00'), site: nowhere }],
    absent: [],
  },
};

const task = (begins: string, more: Partial<Task> = {}): Task => ({
  within: { from: at(begins), to: at(begins) + 3_600_000 },
  minutes: 60,
  site: nowhere,
  timeZone: 'UTC',
  groupId: 'field',
  skills: ['fibre'],
  regionId: 'north',
  accountId: null,
  ...more,
});

const broken = (begins: string, more: Partial<Task> = {}, technician: Partial<Technician> = {}) =>
  findBreaches({
    task: task(begins, more),
    technician: { ...eva, ...technician },
    now: at('06:00'),
    timeZone: 'Europe/Berlin',
  });
const off = { ...eva.diary, plan: { ...eva.diary.plan, daysOff: [{ from: '2026-11-25', to: '2026-11-27' }] } };

describe('constraints broken by a placement', () => {
  it('WO-17 · nothing where the technician works and is free, on the quarter of an hour', () => {
    expect(broken('09:15')).toEqual([]);
    expect(broken('09:20')).toMatchObject([{ of: 'clock', refused: true }]);
  });

  it('WO-17 · a busy technician is refused, the way between two visits included, in the time of the board', () => {
    const says = 'Eva Edge is busy 12:00 – 13:00, with 30 minutes on the way.';
    expect(broken('11:30')).toEqual([{ of: 'busy', refused: true, says }]);
    expect(broken('12:15')).toEqual([{ of: 'busy', refused: true, says }]);
    expect(broken('12:30')).toEqual([]);
    expect(mayPlace(broken('11:30'), true)).toMatchObject({ ok: false, rule: 'WO-12', field: 'startsAt' });
  });

  it('WO-17 · hours, days off, skills and region are all checked', () => {
    expect(broken('07:00')).toMatchObject([{ of: 'hours', refused: false }]);
    expect(broken('09:00', {}, { diary: off })).toMatchObject([{ of: 'days off', refused: false }]);
    const breaches = broken('17:00', { skills: ['power'], regionId: 'south' });
    expect(breaches.map(({ of }) => of)).toEqual(['hours', 'skill', 'region']);
    expect(mayPlace(breaches, false)).toMatchObject({ ok: false, rule: 'WO-17' });
    expect(mayPlace(breaches, true)).toEqual({ ok: true });
  });

  it('WO-17 · no technician is sent into the past, outside the group, or while inactive', () => {
    expect(broken('05:00')).toMatchObject([{ of: 'past', refused: true }]);
    expect(broken('09:00', { groupId: 'other' })).toMatchObject([{ of: 'group', refused: true }]);
    expect(broken('09:00', {}, { active: false })).toMatchObject([{ of: 'inactive', refused: true }]);
  });
});
