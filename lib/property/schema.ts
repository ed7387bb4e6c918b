import { z } from 'zod';
import { lineInput } from '#lib/platform/text-input.ts';

export const UpdateProperty = z.object({ name: lineInput(200), value: lineInput(2000) });
export type UpdateProperty = z.output<typeof UpdateProperty>;

/** What a switch sends: whose it is, and to what it is turned. */
export const TurnSwitch = z.object({
  id: lineInput(200),
  active: z.stringbool({ truthy: ['on'], falsy: ['off'] }),
});
export type TurnSwitch = z.output<typeof TurnSwitch>;
