import { z } from 'zod';
import { TaskNumber } from '#lib/task/schema.ts';
import { sourceKinds } from './source.ts';

const Ids = z.array(z.uuid()).min(1).max(100);

/** PRO-1, PRO-8 · For all affected customers of one sort, or for those that were selected. */
export const GenerateCases = z.object({
  kind: z.enum(sourceKinds),
  number: TaskNumber,
  of: z.enum(['accounts', 'consumers']),
  /** Ids of accounts or consumers; absent: all that are affected. */
  customerIds: Ids.optional(),
});
export type GenerateCases = z.output<typeof GenerateCases>;

/** The same in an address: ids behind each other, with commas between. */
export const RunQuery = GenerateCases.extend({
  customerIds: z
    .string()
    .max(4_000)
    .transform((text) => text.split(','))
    .pipe(Ids)
    .optional(),
});
