import { route } from '#lib/door/route.ts';
import { matches } from '#lib/recipients/queries/matches.ts';
import { MatchesQuery } from '#lib/recipients/schema.ts';

/** MAJ-5 · The live count and sample of a condition. */
export const GET = route(
  { permission: 'recipients.matches', limit: 'type-ahead', query: MatchesQuery },
  ({ actor, query }) => matches(actor, query),
);
