import { Prisma } from '#lib/platform/db.ts';

/**
 * Between which of some times a time lies, numbered from one; zero: before all of them. They are read once for a statement: in the
 * place of the array they would be read anew for every row.
 */
export const bucketOf = (column: Prisma.Sql, bounds: readonly string[]): Prisma.Sql =>
  Prisma.sql`width_bucket(${column}, (select ${[...bounds]}::text[]::timestamptz[]))`;
