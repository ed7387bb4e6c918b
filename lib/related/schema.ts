import { z } from 'zod';
import { incidentLinkNames, linkNames } from '#lib/record/link.ts';
import { FieldValues, TaskNumber } from '#lib/record/schema.ts';
import { incidentVariants, variants } from './variant.ts';

const OfCase = z.object({ from: z.literal('case').optional(), caseNumber: TaskNumber });
const OfIncident = z.object({ from: z.literal('incident'), incidentNumber: TaskNumber });

const CreateFromCase = OfCase.extend({
  variant: z.enum(variants),
  /** REL-7: the template of a standard change. */
  templateId: z.uuid().optional(),
  values: FieldValues.default({}),
});
const CreateFromIncident = OfIncident.extend({
  variant: z.enum(incidentVariants),
  values: FieldValues.default({}),
});
export const CreateRelated = z.discriminatedUnion('from', [CreateFromCase, CreateFromIncident]);
export type CreateRelated = z.input<typeof CreateRelated>;

/** The configuration item chosen in place of the source's; other values follow from it. Empty: none. */
const item = z.union([z.literal(''), z.uuid()]).optional();

/** REL-17: requests the initial content of a Create dialog; standard changes are chosen from the catalog instead. */
export const CreateDraftQuery = z.union([
  z.object({ case: TaskNumber, variant: z.enum(variants).exclude(['standard_change']), item }),
  z.object({ incident: TaskNumber, variant: z.enum(incidentVariants), item }),
]);
export type CreateDraftQuery = z.infer<typeof CreateDraftQuery>;

export const RelateCase = OfCase.extend({ link: z.enum(linkNames), number: TaskNumber });
const RelateIncident = OfIncident.extend({ link: z.enum(incidentLinkNames), number: TaskNumber });
export const Relate = z.discriminatedUnion('from', [RelateCase, RelateIncident]);
export type Relate = z.infer<typeof Relate>;
