import { whoCouldGo } from '#lib/dispatch/queries/who-should-go.ts';
import { WhoShouldGoQuery } from '#lib/dispatch/schema.ts';
import { route } from '#lib/door/route.ts';

/** WO-16 · Who could go, and who could not and why. */
export const GET = route(
  { permission: 'dispatch.who-should-go', limit: 'type-ahead', query: WhoShouldGoQuery, audited: 'hourly' },
  ({ actor, query }) => whoCouldGo(actor, query),
);
