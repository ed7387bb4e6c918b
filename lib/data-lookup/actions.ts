'use server';

import { action } from '#lib/door/action.ts';
import { updateProperty } from '#lib/property/commands/update-property.ts';
import { SetSwitch } from '#lib/property/schema.ts';
import { LOOKUP_SWITCH } from '#lib/settings/computed-priority.ts';
import { addLookupRow } from './commands/add-lookup-row.ts';
import { updateLookupRow } from './commands/update-lookup-row.ts';
import { AddLookupRow, UpdateLookupRow } from './schema.ts';

/** ADM-3 */
export const addLookupRowAction = action(
  { permission: 'admin.data-lookup', input: AddLookupRow, isOnce: true },
  async (actor, input) => {
    await addLookupRow(actor, input);
    return { message: `Impact ${input.impact} with urgency ${input.urgency} has a new row.` };
  },
);

/** ADM-3 */
export const updateLookupRowAction = action(
  { permission: 'admin.data-lookup', input: UpdateLookupRow },
  async (actor, input) => {
    const changed = await updateLookupRow(actor, input);
    return { message: changed ? 'The row is saved.' : 'Nothing changed.' };
  },
);

/** ADM-3, REL-6 · The switch *Incident data lookup active* is a property. */
export const switchDataLookupAction = action(
  { permission: 'admin.data-lookup', input: SetSwitch.pick({ active: true }) },
  async (actor, { active }) => {
    await updateProperty(actor, { name: LOOKUP_SWITCH, value: String(active) });
    return { message: active ? 'Priorities are computed from the rows.' : 'Priorities are set by hand now.' };
  },
);
