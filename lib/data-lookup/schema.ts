import { z } from 'zod';

const level = (name: string, most: number) =>
  z.coerce.number().int().min(1, `${name} is 1 to ${most}.`).max(most, `${name} is 1 to ${most}.`);

const row = {
  impact: level('Impact', 3),
  urgency: level('Urgency', 3),
  priority: level('Priority', 5),
  order: z.coerce
    .number('Order is a whole number.')
    .int('Order is a whole number.')
    .min(0, 'Order is 0 or more.')
    .max(1_000_000, 'Order is 1,000,000 at most.'),
  active: z.union([z.boolean(), z.stringbool({ truthy: ['on'], falsy: ['off'] })]).default(false),
};

export const AddLookupRow = z.object(row);
export type AddLookupRow = z.output<typeof AddLookupRow>;

export const UpdateLookupRow = z.object({ id: z.uuid(), ...row });
export type UpdateLookupRow = z.output<typeof UpdateLookupRow>;
