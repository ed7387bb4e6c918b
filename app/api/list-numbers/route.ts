import { countSearch } from '#lib/door/count-call.ts';
import { route } from '#lib/door/route.ts';
import { listNumbers, NumbersOfList } from '#lib/list/list-numbers.ts';
import { found } from '#lib/platform/verdict.ts';

/** The record numbers on a page of a list, for moving from record to record. */
export const GET = route(
  { permission: 'record.see', limit: 'timeline', query: NumbersOfList },
  async ({ actor, query }) => {
    await countSearch(actor, query.query);
    return found(await listNumbers(actor, query), 'list');
  },
);
