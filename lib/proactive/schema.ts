import { z } from 'zod';
import { MAX_SELECTED, sourceKinds } from '#lib/kinds/outage-source.ts';
import { textInput } from '#lib/platform/text-input.ts';
import { TaskNumber } from '#lib/record/schema.ts';

/** PRO-1, PRO-8 · For all affected customers of one sort, or for those that were selected. */
export const GenerateCases = z.object({
  kind: z.enum(sourceKinds),
  number: TaskNumber,
  of: z.enum(['accounts', 'consumers']),
  /** Ids of accounts or consumers; absent: all affected customers. */
  customerIds: z.array(z.uuid()).min(1).max(MAX_SELECTED).optional(),
});
export type GenerateCases = z.output<typeof GenerateCases>;

/** PRO-4 · With a message that is sent to the customers at once. */
export const GenerateWithMessage = GenerateCases.extend({ text: textInput(40_000) });
