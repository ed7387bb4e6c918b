import { z } from 'zod';
import { TaskNumber } from '#lib/record/schema.ts';
import { impactPillNames } from './pills.ts';

/** What it is asked of: an incident, problem or change by its number, or a configuration item by its id. */
export const ImpactOf = z.union([z.object({ number: TaskNumber.min(1) }), z.object({ item: z.uuid() })]);
export type ImpactOf = z.infer<typeof ImpactOf>;

const Page = z.object({
  pill: z.enum(impactPillNames).default('all'),
  /** The customer behind whom the page begins. */
  after: z.uuid().nullish().default(null),
});

export const ImpactPageQuery = Page.and(ImpactOf);
