import { z } from 'zod';
import { linkNames } from '#lib/record/link.ts';
import { FieldValues, Kind, TaskNumber } from '#lib/record/schema.ts';
import { variants } from '#lib/related/variant.ts';

export const CreateRecords = z.object({
  kind: Kind,
  values: FieldValues,
  /** What a new case gets at once: a record created from it, or an existing open one. */
  related: z
    .union([z.object({ link: z.enum(linkNames), number: TaskNumber }), z.object({ variant: z.enum(variants) })])
    .optional(),
});
export type CreateRecords = z.infer<typeof CreateRecords>;
