import { db } from '#lib/platform/db.ts';
import { addDaysOff } from '#lib/technician/commands/add-days-off.ts';
import { addWorkingHours } from '#lib/technician/commands/add-working-hours.ts';
import { removeDaysOff } from '#lib/technician/commands/remove-days-off.ts';
import { removeWorkingHours } from '#lib/technician/commands/remove-working-hours.ts';
import { saveTechnician } from '#lib/technician/commands/save-technician.ts';
import { SaveTechnician } from '#lib/technician/schema.ts';
import { type Buttons, lastPart, type Press, staysInBrowser } from './press.ts';

const details = { timeZone: 'Europe/Berlin', region: '', address: '', latitude: '', longitude: '', skills: 'Fibre' };

const save: Press = async ({ actor, address }) => {
  const userId = lastPart(address);
  const { version } = await db().technician.findUniqueOrThrow({ where: { userId } });
  return saveTechnician(actor, SaveTechnician.parse({ ...details, userId, version, active: true }));
};

/** Sends the input of the button's form. */
const addHours: Press = ({ actor, address }) =>
  addWorkingHours(actor, {
    technicianId: lastPart(address),
    weekdays: [7],
    from: 480,
    to: 600,
    validFrom: '2096-01-01',
    validTo: null,
  });

const addOff: Press = ({ actor, address }) =>
  addDaysOff(actor, { technicianId: lastPart(address), from: '2096-01-01', to: '2096-01-02', reason: '' });

/** WO-10 · The buttons of the pages of technicians. */
export const technicianButtons: Buttons = {
  // A task's button opens the dialog that places it (WO-17).
  '/workspace/dispatch': [
    [/^Find technicians$/, staysInBrowser],
    [/^WOT\d/, staysInBrowser],
  ],
  '/workspace/technicians': [[/^Add technician$/, staysInBrowser]],
  '/workspace/technicians/[id]': [
    [/^Save$/, save],
    [/^Add hours$/, addHours],
    [/^Add days off$/, addOff],
    [
      /^Remove hours on /,
      async ({ actor, address }) => {
        const where = { technicianId: lastPart(address) };
        return removeWorkingHours(actor, await db().workingHours.findFirstOrThrow({ where }));
      },
    ],
    [
      /^Remove days off from /,
      async ({ actor, address }) => {
        const where = { technicianId: lastPart(address) };
        return removeDaysOff(actor, await db().daysOff.findFirstOrThrow({ where }));
      },
    ],
  ],
};
