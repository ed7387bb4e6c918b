import { route } from '#lib/door/route.ts';
import { ledgerPage } from '#lib/ledger/queries/ledger-page.ts';
import { LedgerQuery } from '#lib/ledger/schema.ts';

/** SYNC-6 · A page of a record's updates. */
export const GET = route(
  { permission: 'ledger.read', limit: 'timeline', query: LedgerQuery },
  async ({ actor, query }) => ledgerPage(actor, query),
);
