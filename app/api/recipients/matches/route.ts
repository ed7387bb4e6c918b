import { loadMatches } from '#lib/affected-customers/queries/matches.ts';
import { MatchesQuery } from '#lib/affected-customers/schema.ts';
import { route } from '#lib/door/route.ts';

/** MAJ-5 · The live count and sample of a condition. */
export const GET = route(
  { permission: 'recipients.matches', limit: 'type-ahead', query: MatchesQuery },
  ({ actor, query }) => loadMatches(actor, query),
);
