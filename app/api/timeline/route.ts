import { z } from 'zod';
import { timelineOf } from '#lib/journal/queries/timeline.ts';
import { timelineFilters } from '#lib/journal/timeline-entry.ts';
import { currentActor } from '#lib/session/current-actor.ts';
import { Kind, TaskNumber } from '#lib/task/schema.ts';

const Query = z.object({
  kind: Kind,
  number: TaskNumber,
  filter: z.enum(timelineFilters).default('all'),
  cursor: z.string().nullish().default(null),
});

/** A page of a record's timeline: what one filter shows, or older entries. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return new Response(null, { status: 400 });
  const page = await timelineOf(actor, query.data);
  return page ? Response.json(page) : new Response(null, { status: 404 });
}
