import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { holderOf, world } from '#lib/testing/world.ts';
import { addDaysOff } from './commands/add-days-off.ts';
import { addWorkingHours } from './commands/add-working-hours.ts';
import { removeWorkingHours } from './commands/remove-working-hours.ts';
import { saveTechnician } from './commands/save-technician.ts';
import { newTechnicians, technicianOf } from './queries/technicians.ts';
import { AddWorkingHours, SaveTechnician } from './schema.ts';

const w = await world();
let dora: Person;
beforeAll(async () => {
  dora = await holderOf('Dora Dispatcher', ['wm_dispatcher']);
});

const details = {
  timeZone: 'Europe/Berlin',
  region: 'South',
  address: '6 Mill Road',
  latitude: '51.59',
  longitude: '4.78',
  skills: 'fibre, SD-WAN, Fibre',
  active: true,
};
const save = (userId: string, more: object = {}) =>
  saveTechnician(dora, SaveTechnician.parse({ userId, ...details, ...more }));

let made = 0;
async function aTechnician(): Promise<string> {
  const { id } = await holderOf(`Tom ${made++}`, ['wm_agent']);
  await save(id);
  return id;
}

describe('technicians', () => {
  it('WO-10 · a user who may work on tasks becomes a technician, once, with skills, zone and home', async () => {
    const { id } = await holderOf('Tina Tech', ['wm_agent']);
    expect((await newTechnicians(dora)).map(({ name }) => name)).toContain('Tina Tech');
    await save(id);
    expect((await newTechnicians(dora)).map(({ name }) => name)).not.toContain('Tina Tech');
    expect(await technicianOf(dora, id)).toMatchObject({
      name: 'Tina Tech',
      timeZone: 'Europe/Berlin',
      latitude: 51.59,
      skills: ['SD-WAN', 'fibre'],
      version: 1,
    });
    await expect(save(id)).rejects.toMatchObject({ rule: 'REC-5', field: 'userId' });
    await expect(save(w.ava.id)).rejects.toMatchObject({ rule: 'REL-16' });
    await expect(save(w.cora.id)).rejects.toMatchObject({ rule: 'REL-16' });
  });

  it('REC-3 · of two dispatchers who save one technician, the second is refused', async () => {
    const id = await aTechnician();
    const answers = await Promise.allSettled([
      save(id, { version: 1, region: 'North' }),
      save(id, { version: 1, region: 'West' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { rule: 'REC-3' } });
  });

  it('WO-10 · hours are by the clock, on several weekdays at once, and do not overlap', async () => {
    const technicianId = await aTechnician();
    const add = (more: object = {}) =>
      addWorkingHours(
        dora,
        AddWorkingHours.parse({ technicianId, weekdays: ['1', '2'], from: '08:00', to: '17:00', ...more }),
      );
    await add();
    await expect(add({ weekdays: '2', from: '16:30', to: '18:00' })).rejects.toMatchObject({
      rule: 'WO-10',
      because: 'There are hours on Tuesday from 08:00 to 17:00 already.',
    });
    await add({ weekdays: '2', from: '17:00', to: '19:00', validFrom: '2026-12-01' });
    const { hours } = await technicianOf(dora, technicianId);
    expect(
      hours.map(({ weekday, fromMinute, toMinute, validFrom }) => [weekday, fromMinute, toMinute, validFrom]),
    ).toEqual([
      [1, 480, 1020, null],
      [2, 480, 1020, null],
      [2, 1020, 1140, '2026-12-01'],
    ]);
    await removeWorkingHours(dora, { id: hours[0]?.id ?? '' });
    expect((await technicianOf(dora, technicianId)).hours).toHaveLength(2);
  });

  it('WO-10 · days off are shown until the last is over where the technician is', async () => {
    const technicianId = await aTechnician();
    await addDaysOff(dora, { technicianId, from: '2020-01-01', to: '2020-01-02', reason: '' });
    await addDaysOff(dora, { technicianId, from: '2096-12-24', to: '2096-12-26', reason: 'Family' });
    const { daysOff } = await technicianOf(dora, technicianId);
    expect(daysOff).toEqual([{ id: expect.any(String), from: '2096-12-24', to: '2096-12-26', reason: 'Family' }]);
  });
});

describe('WO-10 · the database refuses of technicians', () => {
  it.each([
    [
      'somebody of outside',
      "insert into technicians (user_id, audience, time_zone) values (:cora, 'external', 'UTC')",
      /technicians_staff/,
    ],
    [
      'somebody of outside who claims to be staff',
      "insert into technicians (user_id, time_zone) values (:cora, 'UTC')",
      /foreign key/i,
    ],
    ['no zone', "update technicians set time_zone = ''", /technicians_zone/],
    ['half a place', 'update technicians set longitude = null', /technicians_place/],
    ['a place off the earth', 'update technicians set latitude = 91', /technicians_place/],
    [
      'an eighth weekday',
      'insert into working_hours (technician_id, weekday, from_minute, to_minute) select user_id, 8, 0, 60 from technicians',
      /working_hours_weekday/,
    ],
    [
      'a minute of the next day',
      'insert into working_hours (technician_id, weekday, from_minute, to_minute) select user_id, 1, 0, 1440 from technicians',
      /working_hours_minutes/,
    ],
    [
      'days off that end before they begin',
      "insert into days_off (technician_id, from_date, to_date) select user_id, '2026-12-02', '2026-12-01' from technicians",
      /days_off_dates/,
    ],
    [
      'a skill twice, in other letters',
      "insert into technician_skills select technician_id, upper(skill) from technician_skills where skill = 'fibre'",
      /technician_skills_once|unique/i,
    ],
  ])('%s', async (_what, sql, because) => {
    await aTechnician();
    await expect(db().$executeRawUnsafe(sql.replace(':cora', `'${w.cora.id}'`))).rejects.toThrow(because);
  });
});
