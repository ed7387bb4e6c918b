import { z } from 'zod';
import { lineInput } from '#lib/platform/text-input.ts';

export const UpdateProperty = z.object({ name: lineInput(200), value: lineInput(2000) });
export type UpdateProperty = z.output<typeof UpdateProperty>;

/** The input of a switch: its id and its new state. */
export const SetSwitch = z.object({
  id: lineInput(200),
  active: z.stringbool({ truthy: ['on'], falsy: ['off'] }),
});
export type SetSwitch = z.output<typeof SetSwitch>;
