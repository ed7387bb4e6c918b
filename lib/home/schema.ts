import { z } from 'zod';
import { now } from '#lib/platform/clock.ts';
import { parseIsoDateTime } from '#lib/platform/iso-date-time.ts';

/** When the page was rendered on which everything was seen. Later changes stay unseen. */
export const MarkSeen = z.object({
  until: z
    .string()
    .transform(parseIsoDateTime)
    .pipe(z.date('That is not a valid date and time.'))
    .refine((until) => until <= now(), 'That time is in the future.'),
});
export type MarkSeen = z.infer<typeof MarkSeen>;
