import { system } from '#lib/platform/actor.ts';
import { addDaysOff } from '#lib/technician/commands/add-days-off.ts';
import { addWorkingHours } from '#lib/technician/commands/add-working-hours.ts';
import { saveTechnician } from '#lib/technician/commands/save-technician.ts';
import { AddWorkingHours } from '#lib/technician/schema.ts';
import type { Staff } from './cast.ts';
import type { Ids } from './people.ts';

const DAY = 86_400_000;

const technicians = [
  {
    key: 'tom',
    region: 'South Holland',
    address: '21 Canal Street, Rotterdam',
    latitude: 51.92,
    longitude: 4.48,
    timeZone: 'Europe/Amsterdam',
    skills: ['Fibre', 'SD-WAN', 'Cabling'],
    hours: { weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' },
    /** The first day off, in days from today, and the number of days. */
    off: { begins: 21, days: 5, reason: 'Holiday' },
  },
  {
    key: 'tina',
    region: 'Flanders',
    address: '4 Weaver Lane, Ghent',
    latitude: 51.05,
    longitude: 3.72,
    timeZone: 'Europe/Brussels',
    skills: ['SD-WAN', 'Power', 'Point of sale'],
    hours: { weekdays: [1, 2, 3, 4, 6], from: '07:30', to: '16:00' },
    off: { begins: 12, days: 1, reason: 'Training' },
  },
] as const satisfies readonly { key: Staff; [more: string]: unknown }[];

/** WO-10 · The technicians of the demonstration, with hours, skills and days off. */
export async function writeTechnicians(ids: Ids, today: Date): Promise<void> {
  for (const { key, hours, off, skills, ...details } of technicians) {
    const userId = ids.get(key) ?? '';
    await saveTechnician(system, { ...details, userId, skills: [...skills], active: true });
    const always = { validFrom: '', validTo: '' };
    await addWorkingHours(system, AddWorkingHours.parse({ technicianId: userId, ...hours, ...always }));
    const from = dateIn(today, off.begins);
    const to = dateIn(today, off.begins + off.days - 1);
    await addDaysOff(system, { technicianId: userId, from, to, reason: off.reason });
  }
}

const dateIn = (today: Date, days: number) => new Date(today.getTime() + days * DAY).toISOString().slice(0, 10);
