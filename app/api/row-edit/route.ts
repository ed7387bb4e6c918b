import { route } from '#lib/door/route.ts';
import { found } from '#lib/platform/verdict.ts';
import { RowOfList, rowEdit } from '#lib/record-page/row-edit.ts';

/** The fields of a record that can be edited in its list row, loaded when the user begins to edit. */
export const GET = route(
  { permission: 'record.see', limit: 'type-ahead', query: RowOfList },
  async ({ actor, query }) => found(await rowEdit(actor, query), query.number),
);
