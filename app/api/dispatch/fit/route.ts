import { checkFit } from '#lib/dispatch/queries/check-fit.ts';
import { FitQuery } from '#lib/dispatch/schema.ts';
import { route } from '#lib/door/route.ts';

/** WO-17 · The constraints that placing a task there would break. */
export const GET = route(
  { permission: 'dispatch.fit', limit: 'type-ahead', query: FitQuery, audited: 'hourly' },
  ({ actor, query }) => checkFit(actor, query),
);
