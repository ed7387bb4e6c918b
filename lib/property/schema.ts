import { z } from 'zod';

export const UpdateProperty = z.object({ name: z.string().max(200), value: z.string().trim().max(2000) });
export type UpdateProperty = z.output<typeof UpdateProperty>;

/** What a switch sends: whose it is, and to what it is turned. */
export const TurnSwitch = z.object({
  id: z.string().max(200),
  active: z.stringbool({ truthy: ['on'], falsy: ['off'] }),
});
export type TurnSwitch = z.output<typeof TurnSwitch>;
