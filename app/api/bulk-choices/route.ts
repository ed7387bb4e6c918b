import { route } from '#lib/door/route.ts';
import { bulkChoices } from '#lib/list/bulk-choices.ts';
import { BulkSelection } from '#lib/list/schema.ts';
import { found } from '#lib/platform/verdict.ts';

/** The bulk actions for the selected rows of a list, loaded when the user opens them. */
export const GET = route(
  { permission: 'record.see', limit: 'type-ahead', query: BulkSelection },
  async ({ actor, query }) => found(await bulkChoices(actor, query), 'list'),
);
