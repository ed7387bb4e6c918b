import { route } from '#lib/door/route.ts';
import { found } from '#lib/platform/verdict.ts';
import { listNumbers, NumbersOfList } from '#lib/task/list/list-numbers.ts';

/** The numbers on a page of a list, for who walks through it from record to record. */
export const GET = route(
  { permission: 'record.see', limit: 'timeline', query: NumbersOfList },
  async ({ actor, query }) => found(await listNumbers(actor, query), 'list'),
);
