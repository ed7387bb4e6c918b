import { route } from '#lib/door/route.ts';
import { countViews, ViewsToCount } from '#lib/list/count-views.ts';
import { found } from '#lib/platform/verdict.ts';

/** How many records each view of a list contains, loaded after the list. */
export const POST = route(
  { permission: 'record.see', limit: 'search', body: ViewsToCount, audited: false },
  async ({ actor, body }) => found(await countViews(actor, body), 'list'),
);
