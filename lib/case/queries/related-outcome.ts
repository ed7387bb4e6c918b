import { stateLabel } from '#lib/kinds/definitions.ts';
import { columnName } from '#lib/platform/column-name.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { identifier, kindTables } from '#lib/record/kind-table.ts';
import { isSingle, links, type WaitingLinkName } from '#lib/record/link.ts';
import { columnOf } from '#lib/record/link-sql.ts';
import { linksOfCodes, type RelatedEnd, type RelatedOutcome } from '../code-checks.ts';

/** A related record and the fields that describe its outcome. */
export type OutcomeRow = Omit<RelatedEnd, 'stateLabel'> & { link: WaitingLinkName };

function rowsOf({ link, reads }: (typeof linksOfCodes)[number], caseId: Prisma.Sql): Prisma.Sql {
  const { kind, field } = links[link];
  const table = identifier(kindTables[kind].name);
  const values = reads.map((name) => Prisma.sql`${name}::text, o.${identifier(columnName(name))}`);
  const from = isSingle(link)
    ? Prisma.sql`cases c join ${table} o on o.id = c.${columnOf(link)} join tasks n on n.id = o.id where c.id = ${caseId}`
    : Prisma.sql`${table} o join tasks n using (id) where o.${identifier(columnName(field))} = ${caseId}`;
  return Prisma.sql`select ${link}::text as link, n.number, n.state,
    json_build_object(${values.length === 0 ? Prisma.empty : Prisma.join(values)}) as "values" from ${from}`;
}

/** CASE-6, CASE-7 · The related records of a case, as JSON: rows of `OutcomeRow`; none for another kind. */
export function outcomeRows(caseId: Prisma.Sql): Prisma.Sql {
  const each = linksOfCodes.map((judged) => rowsOf(judged, caseId));
  return Prisma.sql`(select coalesce(json_agg(r order by r.number), '[]') from (${Prisma.join(each, ' union all ')}) r)`;
}

/** CASE-6, CASE-7 · The outcome of a case's related records. The caller must be allowed to write the case. */
export async function relatedOutcome(tx: Db, caseId: string): Promise<RelatedOutcome> {
  const [row] = await tx.$queryRaw<{ rows: OutcomeRow[] }[]>`
    /* prepared */ select ${outcomeRows(Prisma.sql`${caseId}::uuid`)} as rows`;
  return outcomeOf(row?.rows ?? []);
}

/** The same from rows that another query has read. */
export function outcomeOf(rows: readonly OutcomeRow[]): RelatedOutcome {
  const named = rows.map((row) => ({ ...row, stateLabel: stateLabel(links[row.link].kind, row.state) }));
  return Object.fromEntries(Map.groupBy(named, ({ link }) => link));
}
