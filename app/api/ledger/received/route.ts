import { route } from '#lib/door/route.ts';
import { receivedUpdates } from '#lib/ledger/queries/received-updates.ts';
import { LedgerQuery } from '#lib/ledger/schema.ts';

/** SYNC-6 · A page of the updates that a record received. */
export const GET = route(
  { permission: 'record.see', limit: 'timeline', query: LedgerQuery },
  async ({ actor, query }) => receivedUpdates(actor, query),
);
