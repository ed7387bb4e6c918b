import { route } from '#lib/door/route.ts';
import { found } from '#lib/platform/verdict.ts';
import { RowOfList, rowEdit } from '#lib/record-page/row-edit.ts';

/** What can be changed of a record in its row of a list, asked for when somebody begins to. */
export const GET = route(
  { permission: 'record.see', limit: 'type-ahead', query: RowOfList },
  async ({ actor, query }) => found(await rowEdit(actor, query), query.number),
);
