import { z } from 'zod';
import { textInput } from '#lib/platform/text-input.ts';
import { TaskNumber } from '#lib/record/schema.ts';

const OrderedItem = z.object({
  catalogItemId: z.uuid(),
  /** REQ-3 */
  quantity: z
    .number()
    .int('The quantity is a whole number.')
    .min(1, 'Order at least one.')
    .max(99, 'Order 99 at most.'),
});

export const CreateRequest = z.object({
  /** REL-8: the case that it is created from, if any. */
  caseNumber: TaskNumber.optional(),
  items: z.array(OrderedItem).min(1, 'Choose an item.').max(20),
  /** Absent: the contact or consumer of the case, or the user who orders. */
  requestedForId: z.uuid().optional(),
  /** REL-17 · Absent: the proposed group; null: no group. */
  assignmentGroupId: z.uuid().nullable().optional(),
  deliveryInformation: textInput(4_000, 'Delivery information has at most 4,000 characters.').default(''),
  specialInstructions: textInput(4_000, 'Special instructions has at most 4,000 characters.').default(''),
});
export type CreateRequest = z.input<typeof CreateRequest>;

export const CancelRequest = z.object({ number: TaskNumber });
export type CancelRequest = z.infer<typeof CancelRequest>;
