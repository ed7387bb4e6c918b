import { z } from 'zod';
import { TaskNumber } from '#lib/record/schema.ts';

export const Communicate = z.object({
  number: TaskNumber,
  what: z.enum(['workaround', 'fix']),
  confirmed: z.boolean().default(false),
});
export type Communicate = z.input<typeof Communicate>;
