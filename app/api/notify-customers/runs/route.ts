import { route } from '#lib/door/route.ts';
import { runsOf } from '#lib/notify-customers/queries/runs-of.ts';
import { RunsQuery } from '#lib/notify-customers/schema.ts';

/** NOT-3 · The messages about a record, and how far they have come. */
export const GET = route(
  { permission: 'notify-customers.read', limit: 'timeline', query: RunsQuery },
  ({ actor, query }) => runsOf(actor, query),
);
