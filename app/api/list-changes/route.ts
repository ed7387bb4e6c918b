import { countSearch } from '#lib/door/count-call.ts';
import { route } from '#lib/door/route.ts';
import { ChangedInList, countChanged } from '#lib/list/count-changed.ts';
import { found } from '#lib/platform/verdict.ts';

/** How many of the changed records belong to a list. An open list page polls this. */
export const POST = route(
  { permission: 'record.see', limit: 'timeline', body: ChangedInList, audited: false },
  async ({ actor, body }) => {
    await countSearch(actor, body.query);
    return { count: found(await countChanged(actor, body), 'list') };
  },
);
