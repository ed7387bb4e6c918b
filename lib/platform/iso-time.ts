import { Prisma } from './db.ts';

/** A time within JSON, as the browser reads it. The column name comes from the code, never from user input. */
export function isoTime(column: string): Prisma.Sql {
  return Prisma.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
}
