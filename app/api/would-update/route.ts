import { route } from '#lib/door/route.ts';
import { Considered, countWouldUpdate } from '#lib/task/would-update.ts';

/** SYNC-3 · How many cases would be updated by what somebody is about to do. */
export const POST = route(
  { permission: 'record.would-update', limit: 'type-ahead', body: Considered, audited: 'hourly' },
  async ({ actor, body }) => ({ count: await countWouldUpdate(actor, body) }),
);
