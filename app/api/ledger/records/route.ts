import { route } from '#lib/door/route.ts';
import { ruleRecords } from '#lib/ledger/queries/rule-records.ts';
import { RuleOfUpdate } from '#lib/ledger/schema.ts';

/** SYNC-6 · The records that a rule wrote and left out in an update. */
export const GET = route(
  { permission: 'ledger.read', limit: 'timeline', query: RuleOfUpdate },
  async ({ actor, query }) => ruleRecords(actor, query),
);
