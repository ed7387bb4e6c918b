import { z } from 'zod';
import { textInput } from '#lib/platform/text-input.ts';
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

/** PRO-4 · And what is said to them at once. */
export const GenerateWithMessage = GenerateCases.extend({ text: textInput(40_000) });

/** The same in an address: ids behind each other, with commas between. */
export const RunQuery = GenerateCases.extend({
  customerIds: z
    .string()
    .max(4_000)
    .transform((text) => text.split(','))
    .pipe(Ids)
    .optional(),
});
