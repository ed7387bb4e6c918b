import { columnName } from '#lib/platform/column-name.ts';
import { Prisma } from '#lib/platform/db.ts';
import { identifier, kindTables } from './kind-table.ts';
import { isSingle, type LinkName, links, type SingleLinkName } from './link.ts';

/** The SQL column of a link. It comes from the table of links, never from user input. */
export function columnOf(link: SingleLinkName): Prisma.Sql {
  return identifier(columnName(links[link].field));
}

/** The case `c` is linked to the record with this id, an expression of the surrounding query. */
export function isLinked(link: LinkName, recordId: Prisma.Sql): Prisma.Sql {
  if (isSingle(link)) return Prisma.sql`c.${columnOf(link)} = ${recordId}`;
  const { kind, field } = links[link];
  return Prisma.sql`c.id = (select r.${identifier(columnName(field))} from ${identifier(kindTables[kind].name)} r
    where r.id = ${recordId})`;
}

/** The ids of the records that the case `c` links to, as an array. */
export function recordsOfCase(link: LinkName): Prisma.Sql {
  if (isSingle(link)) return Prisma.sql`array_remove(array[c.${columnOf(link)}], null)`;
  const { kind, field } = links[link];
  return Prisma.sql`array(select r.id from ${identifier(kindTables[kind].name)} r where r.${identifier(columnName(field))} = c.id)`;
}

/** The case `c` links to this record by one of the links; `recordId` is an expression of the surrounding query. */
export function hasRecord(names: readonly LinkName[], recordId: Prisma.Sql): Prisma.Sql {
  const conditions = names.map((link) => isLinked(link, recordId));
  return Prisma.sql`(${Prisma.join(conditions, ' or ')})`;
}

/** The case `c` can take another record by this link. */
export function isFree(link: LinkName): Prisma.Sql {
  return isSingle(link) ? Prisma.sql`c.${columnOf(link)} is null` : Prisma.sql`true`;
}

/** SYNC-CASE-1, REL-2 · The record in this field of the case `c`, or else of its major case. */
export function recordOfCase(link: SingleLinkName): Prisma.Sql {
  const column = columnOf(link);
  return Prisma.sql`coalesce(c.${column}, (select major.${column} from cases major where major.id = c.parent_id))`;
}

/** SYNC-MAJ-3 · The case `c` and its major case `major` have this record in the same field. */
export function sharedWithMajor(names: readonly LinkName[], recordId: Prisma.Sql): Prisma.Sql {
  const same = names.filter(isSingle).map((link) => {
    const column = columnOf(link);
    return Prisma.sql`(c.${column} = ${recordId} and major.${column} = ${recordId})`;
  });
  return same.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(same, ' or ')})`;
}

/** SYNC-MAJ-3 · The case `c` is the child of an open major case that has the same record in the same field. */
export function majorCaseHasLink(names: readonly LinkName[], recordId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`exists (select from cases major join tasks own using (id)
    where major.id = c.parent_id and own.active and ${sharedWithMajor(names, recordId)})`;
}
