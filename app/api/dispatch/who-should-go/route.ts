import { rankTechnicians } from '#lib/dispatch/queries/rank-technicians.ts';
import { RankingQuery } from '#lib/dispatch/schema.ts';
import { route } from '#lib/door/route.ts';

/** WO-16 · The technicians who can go, and the others with the reason why they cannot. */
export const GET = route(
  { permission: 'dispatch.who-should-go', limit: 'type-ahead', query: RankingQuery, audited: 'hourly' },
  ({ actor, query }) => rankTechnicians(actor, query),
);
