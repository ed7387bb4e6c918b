import { z } from 'zod';
import { FieldValues, TaskNumber } from '#lib/task/schema.ts';
import { linkNames } from './link.ts';
import { variants } from './variant.ts';

const Link = z.enum(linkNames);

export const CreateFromCase = z.object({
  caseNumber: TaskNumber,
  variant: z.enum(variants),
  /** REL-7: of a standard change. */
  templateId: z.uuid().optional(),
  values: FieldValues.default({}),
});
export type CreateFromCase = z.input<typeof CreateFromCase>;

export const Relate = z.object({ caseNumber: TaskNumber, link: Link, number: TaskNumber });
export type Relate = z.infer<typeof Relate>;
