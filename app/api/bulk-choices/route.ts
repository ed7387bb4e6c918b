import { route } from '#lib/door/route.ts';
import { bulkChoices } from '#lib/list/bulk-choices.ts';
import { BulkSelection } from '#lib/list/schema.ts';
import { found } from '#lib/platform/verdict.ts';

/** What can be done to the selected rows of a list, asked for when somebody is about to. */
export const GET = route(
  { permission: 'record.see', limit: 'type-ahead', query: BulkSelection },
  async ({ actor, query }) => found(await bulkChoices(actor, query), 'list'),
);
