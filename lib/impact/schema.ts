import { z } from 'zod';
import { TaskNumber } from '#lib/record/schema.ts';
import { impactPillNames } from './pills.ts';

/** The origin: an incident, problem or change by its number, or a configuration item by its id. */
export const ImpactOf = z.union([z.object({ number: TaskNumber.min(1) }), z.object({ item: z.uuid() })]);
export type ImpactOf = z.infer<typeof ImpactOf>;

const Page = z.object({
  pill: z.enum(impactPillNames).default('all'),
  /** The page begins after this customer. */
  after: z.uuid().nullish().default(null),
});

export const ImpactPageQuery = Page.and(ImpactOf);
