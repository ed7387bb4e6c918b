import { Prisma } from '#lib/platform/db.ts';

/** ACC-6 · The number of the `source` of an entry `e`: in the journal of a case, not of another case that the reader may not see. */
export const sourceNumber = Prisma.sql`case when readable.yes or source.kind <> 'case'
  or not exists (select from cases where id = e.task_id) then source.number end`;
