import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import { timelineOf } from '#lib/journal/queries/timeline.ts';
import { timelineFilters } from '#lib/journal/timeline-entry.ts';
import { found } from '#lib/platform/verdict.ts';
import { Kind, TaskNumber } from '#lib/record/schema.ts';

const Query = z.object({
  kind: Kind,
  number: TaskNumber,
  filter: z.enum(timelineFilters).default('all'),
  cursor: z.string().nullish().default(null),
  until: z.string().max(100).optional(),
});

/** A page of a record's timeline: entries of one filter, or older entries, also those down to a linked entry. */
export const GET = route({ permission: 'record.see', limit: 'timeline', query: Query }, async ({ actor, query }) =>
  found(await timelineOf(actor, query), query.number),
);
