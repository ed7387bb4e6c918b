import { z } from 'zod';
import { typedLine } from '#lib/platform/typed-text.ts';

export const UpdateProperty = z.object({ name: typedLine(200), value: typedLine(2000) });
export type UpdateProperty = z.output<typeof UpdateProperty>;

/** What a switch sends: whose it is, and to what it is turned. */
export const TurnSwitch = z.object({
  id: typedLine(200),
  active: z.stringbool({ truthy: ['on'], falsy: ['off'] }),
});
export type TurnSwitch = z.output<typeof TurnSwitch>;
