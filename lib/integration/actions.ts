'use server';

import { action } from '#lib/door/action.ts';
import { SetSwitch } from '#lib/property/schema.ts';
import { switchIntegration } from './commands/switch-integration.ts';

/** ADM-5 */
export const switchIntegrationAction = action(
  { permission: 'admin.integrations', input: SetSwitch },
  async (actor, input) => {
    await switchIntegration(actor, input);
    return { message: `${input.id} is ${input.active ? 'active' : 'no longer active'}.` };
  },
);
