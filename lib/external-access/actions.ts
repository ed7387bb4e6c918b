'use server';

import { action } from '#lib/door/action.ts';
import { updateProperty } from '#lib/property/commands/update-property.ts';
import { ShowFields } from './schema.ts';

/** ADM-8 */
export const showFieldsAction = action(
  { permission: 'admin.properties', input: ShowFields },
  async (actor, { table, fields }) => {
    const changed = await updateProperty(actor, { name: `portal.fields.${table}`, value: fields.join(',') });
    return { message: changed ? 'External users now see these fields.' : 'Nothing changed.' };
  },
);
