import { z } from 'zod';
import { now } from '#lib/platform/clock.ts';

/** The time of the page on which everything was seen: what came later was not. */
export const MarkSeen = z.object({
  until: z.iso
    .datetime()
    .transform((text) => new Date(text))
    .refine((until) => until <= now(), 'That time has not come yet.'),
});
export type MarkSeen = z.infer<typeof MarkSeen>;
