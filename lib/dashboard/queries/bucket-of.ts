import { Prisma } from '#lib/platform/db.ts';

/**
 * The number of the bucket that a time falls into, from 1; 0: before all bounds. The subselect reads the bounds once per
 * statement. A plain array would be read again for every row.
 */
export const bucketOf = (column: Prisma.Sql, bounds: readonly string[]): Prisma.Sql =>
  Prisma.sql`width_bucket(${column}, (select ${[...bounds]}::text[]::timestamptz[]))`;
