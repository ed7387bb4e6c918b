import { Prisma } from '#lib/platform/db.ts';

/** ACC-6 · The number of an entry `e`'s `source`. A case journal hides it if it is another case that the reader may not see. */
export const sourceNumber = Prisma.sql`case when readable.yes or source.kind <> 'case'
  or not exists (select from cases where id = e.task_id) then source.number end`;
