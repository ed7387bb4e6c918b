'use server';

import { action } from '#lib/door/action.ts';
import { addDaysOff } from './commands/add-days-off.ts';
import { addWorkingHours } from './commands/add-working-hours.ts';
import { removeDaysOff } from './commands/remove-days-off.ts';
import { removeWorkingHours } from './commands/remove-working-hours.ts';
import { saveTechnician } from './commands/save-technician.ts';
import { AddDaysOff, AddWorkingHours, RemoveDaysOff, RemoveWorkingHours, SaveTechnician } from './schema.ts';

const permission = 'technician.edit';

/** WO-10 */
export const saveTechnicianAction = action({ permission, input: SaveTechnician }, async (actor, input) => {
  await saveTechnician(actor, input);
  return { message: input.version === undefined ? 'Technician added.' : 'Technician saved.' };
});

export const addWorkingHoursAction = action(
  { permission, input: AddWorkingHours, isOnce: true },
  async (actor, input) => {
    await addWorkingHours(actor, input);
    return { message: 'Working hours added.' };
  },
);

export const removeWorkingHoursAction = action({ permission, input: RemoveWorkingHours }, async (actor, input) => {
  await removeWorkingHours(actor, input);
  return { message: 'Working hours removed.' };
});

export const addDaysOffAction = action({ permission, input: AddDaysOff, isOnce: true }, async (actor, input) => {
  const count = await addDaysOff(actor, input);
  if (count === 0) return { message: 'Days off added.' };
  return { message: `Days off added. ${count === 1 ? '1 task goes' : `${count} tasks go`} back to dispatch.` };
});

export const removeDaysOffAction = action({ permission, input: RemoveDaysOff }, async (actor, input) => {
  await removeDaysOff(actor, input);
  return { message: 'Days off removed.' };
});
