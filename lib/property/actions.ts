'use server';

import { action } from '#lib/door/action.ts';
import { updateProperty } from './commands/update-property.ts';
import { UpdateProperty } from './schema.ts';

/** ADM-1 */
export const updatePropertyAction = action(
  { permission: 'admin.properties', input: UpdateProperty },
  async (actor, input) => {
    const changed = await updateProperty(actor, input);
    return {
      message: changed ? `${input.name} is now ${input.value || 'empty'}.` : 'Not changed: this is the current value.',
    };
  },
);
