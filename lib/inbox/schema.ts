import { z } from 'zod';
import { parseIsoDateTime } from '#lib/platform/iso-date-time.ts';

/** The time of the newest line on the page. Later lines stay unread. */
export const MarkRead = z.object({
  until: z.string().transform(parseIsoDateTime).pipe(z.date('That is not a valid date and time.')),
});
export type MarkRead = z.infer<typeof MarkRead>;
