import { whoCouldGo } from '#lib/dispatch/queries/who-should-go.ts';
import { WhoShouldGoQuery } from '#lib/dispatch/schema.ts';
import { route } from '#lib/door/route.ts';

/** WO-16 · The technicians who can go, and the others with the reason why they cannot. */
export const GET = route(
  { permission: 'dispatch.who-should-go', limit: 'type-ahead', query: WhoShouldGoQuery, audited: 'hourly' },
  ({ actor, query }) => whoCouldGo(actor, query),
);
