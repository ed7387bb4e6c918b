'use server';

import { action } from '#lib/door/action.ts';
import { SetSwitch } from '#lib/property/schema.ts';
import { switchBusinessRule } from './commands/switch-business-rule.ts';

/** ADM-2 */
export const switchBusinessRuleAction = action(
  { permission: 'admin.business-rules', input: SetSwitch },
  async (actor, input) => {
    await switchBusinessRule(actor, input);
    return { message: `${input.id} is ${input.active ? 'active' : 'no longer active'}.` };
  },
);
