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

/** REL-17: what the dialog of Create is to begin with; a standard change is chosen from the catalog instead. */
export const CreateDraftQuery = z.object({
  case: TaskNumber,
  variant: z.enum(variants).exclude(['standard_change']),
  /** The configuration item that was chosen instead of the case's: what follows from it. Empty: none. */
  item: z.union([z.literal(''), z.uuid()]).optional(),
});
export type CreateDraftQuery = z.infer<typeof CreateDraftQuery>;

export const Relate = z.object({ caseNumber: TaskNumber, link: Link, number: TaskNumber });
export type Relate = z.infer<typeof Relate>;
