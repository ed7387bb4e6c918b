import { z } from 'zod';
import { lineInput } from '#lib/platform/text-input.ts';
import { shownTables } from '#lib/settings/shown-fields.ts';

/** ADM-8 · The fields of a kind that external users will see, as ticked boxes. */
export const ShowFields = z.object({
  table: z.enum(shownTables),
  fields: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(lineInput(100)).max(50),
  ),
});
export type ShowFields = z.output<typeof ShowFields>;
