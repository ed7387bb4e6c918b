import { runsOf } from '#lib/customer-messages/queries/runs-of.ts';
import { RunsQuery } from '#lib/customer-messages/schema.ts';
import { route } from '#lib/door/route.ts';

/** NOT-3 · The messages about a record, with their progress. */
export const GET = route(
  { permission: 'notify-customers.read', limit: 'timeline', query: RunsQuery },
  ({ actor, query }) => runsOf(actor, query),
);
