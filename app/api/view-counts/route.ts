import { route } from '#lib/door/route.ts';
import { countViews, ViewsToCount } from '#lib/list/count-views.ts';
import { found } from '#lib/platform/verdict.ts';

/** How many records the views of a list show, asked for when the list is there. */
export const POST = route(
  { permission: 'record.see', limit: 'search', body: ViewsToCount, audited: false },
  async ({ actor, body }) => found(await countViews(actor, body), 'list'),
);
