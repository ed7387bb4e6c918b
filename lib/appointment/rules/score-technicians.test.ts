import { describe, expect, it } from 'vitest';
import { defaultTravel } from '#lib/diary/rules/travel.ts';
import type { Task, Technician } from '#lib/diary/technician.ts';
import { scoreTechnicians } from './score-technicians.ts';

const settings = { travel: defaultTravel, beginEvery: 30 };
const at = (text: string) => Date.parse(`${text}:00Z`);
const delft = { latitude: 52.01, longitude: 4.36 };
const breda = { latitude: 51.59, longitude: 4.78 };

const task: Task = {
  within: { from: at('2026-11-25T00:00'), to: at('2026-11-26T00:00') },
  minutes: 75,
  site: delft,
  timeZone: 'UTC',
  groupId: 'field',
  skills: ['Network'],
  regionId: 'west',
  accountId: 'boxeo',
};

const technician = (
  name: string,
  also: Partial<Technician> = {},
  visits: Technician['diary']['visits'] = [],
): Technician => ({
  id: name,
  name,
  active: true,
  groupIds: ['field'],
  skills: ['Network'],
  regionId: 'west',
  accountIds: [],
  diary: {
    plan: {
      timeZone: 'UTC',
      hours: [{ weekday: 3, from: '08:00', to: '16:00', validFrom: null, validTo: null }],
      daysOff: [],
    },
    home: delft,
    visits,
    absent: [],
  },
  ...also,
});

const busy = { from: at('2026-11-25T08:00'), to: at('2026-11-25T16:00'), site: breda };

describe('the technician ranking', () => {
  it('leaves out a technician who does not meet a condition, with a reason', () => {
    const { candidates, leftOut } = scoreTechnicians(
      task,
      [
        technician('Eva'),
        technician('Old', { active: false }),
        technician('Other', { groupIds: [] }),
        technician('Carlo', { skills: ['Cabling'] }),
        technician('Gino', { regionId: 'south' }),
        technician('Tina', {}, [busy]),
      ],
      settings,
    );
    expect(candidates.map(({ name }) => name)).toEqual(['Eva']);
    expect(leftOut.map(({ name, because }) => `${name}: ${because}`)).toEqual([
      'Old: Is not active.',
      'Other: Is not in the group of the task.',
      'Carlo: Lacks Network.',
      'Gino: Works in another region.',
      'Tina: Has no gap of 75 minutes, including travel.',
    ]);
  });

  it.each([
    ['who lives nearer', technician('Near'), technician('Far', { diary: { ...technician('').diary, home: breda } })],
    [
      'who has less to do that day',
      technician('Free'),
      technician('Full', {}, [{ ...busy, to: at('2026-11-25T12:00'), site: delft }]),
    ],
    ['who knows the account', technician('Known', { accountIds: ['boxeo'] }), technician('New')],
    [
      'who is not better kept for another task',
      technician('One'),
      technician('Many', { skills: ['Network', 'Mail', 'Voice'] }),
    ],
    ['by name, where all else is equal', technician('Ada'), technician('Bea')],
  ])('ranks %s first', (_what, better, worse) => {
    const { candidates } = scoreTechnicians(task, [worse, better], settings);
    expect(candidates.map(({ name }) => name)).toEqual([better.name, worse.name]);
  });

  it('the parts add up to the score, which depends on no other technician', () => {
    const alone = scoreTechnicians(task, [technician('Eva')], settings).candidates[0];
    const among = scoreTechnicians(
      task,
      [technician('Eva'), technician('Ada', { accountIds: ['boxeo'] })],
      settings,
    ).candidates;
    expect(among.find(({ name }) => name === 'Eva')).toEqual(alone);
    expect(alone?.parts.reduce((sum, { adds }) => sum + adds, 0)).toBeCloseTo(alone?.score ?? 0);
    expect(alone?.score).toBeLessThanOrEqual(1);
  });
});
