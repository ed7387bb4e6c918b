import { route } from '#lib/door/route.ts';
import { found } from '#lib/platform/verdict.ts';
import { preview } from '#lib/record-page/list-preview.ts';
import { RowOfList } from '#lib/record-page/row-edit.ts';

/** The preview of a record beside its list. */
export const GET = route(
  { permission: 'record.see', limit: 'type-ahead', query: RowOfList },
  async ({ actor, query }) => found(await preview(actor, query), query.number),
);
