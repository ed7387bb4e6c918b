import { z } from 'zod';
import { mayAdminister } from '#lib/access/policy.ts';
import { referenceLabel } from '#lib/kinds/reference.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { holds } from '#lib/platform/folded-sql.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { type AdminTable, type AdminTableName, adminTables, nameColumn } from './admin-tables.ts';
import { type RelationName, relations } from './relations.ts';
import { type AdminRow, quotedColumn, selectedColumns, toRow } from './row-sql.ts';

const PAGE = 50;

const Uuid = z.uuid();
const Offset = z.coerce.number().int().min(0).max(1_000_000).catch(0);

export type Page<T> = { rows: T[]; next: string | undefined };

/** A page of rows; one more row than fits says that there is a next page. */
function pageOf<T>(rows: T[], positionOf: (row: T) => string): Page<T> {
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return { rows: page, next: rows.length > PAGE && last ? positionOf(last) : undefined };
}

function matches({ columns }: AdminTable, search: string): Prisma.Sql {
  const texts = Object.entries(columns).filter(([, { type }]) =>
    ['text', 'email', 'read-only', 'choice'].includes(type),
  );
  const each = texts.map(([name]) => holds(Prisma.sql`coalesce(k.${quotedColumn(name)}::text, '')`, search));
  return Prisma.sql`(${Prisma.join(each, ' or ')})`;
}

type Query = { search?: string; after?: string | undefined };

/** ADM-6, ADM-7 · Rows of an admin table in its order, 50 a page; `next` is the `after` of the following page. */
export async function listRows(actor: Actor, name: AdminTableName, { search = '', after }: Query = {}) {
  enforce(mayAdminister(actor));
  const table = adminTables[name];
  const words = searchInput(search);
  const order = quotedColumn(table.orderedBy ?? nameColumn(table));
  const dbTable = Prisma.raw(table.dbTable);
  const later = Uuid.safeParse(after).success
    ? Prisma.sql`(k.${order}, k.id) > (select a.${order}, a.id from ${dbTable} a where a.id = ${after}::uuid)`
    : Prisma.sql`true`;
  const rows = await db().$queryRaw<Record<string, string | null>[]>`
    select ${selectedColumns(table)} from ${dbTable} k
    where ${words === '' ? Prisma.sql`true` : matches(table, words)} and ${later}
    order by k.${order}, k.id limit ${PAGE + 1}`;
  return pageOf(
    rows.map((row) => toRow(table, row)),
    ({ id }) => id,
  );
}

/** ADM-6 · One row. Refused if it is missing. */
export async function rowOf(actor: Actor, name: AdminTableName, id: string): Promise<AdminRow> {
  enforce(mayAdminister(actor));
  const table = adminTables[name];
  if (!Uuid.safeParse(id).success) throw notFound(table.noun);
  const [row] = await db().$queryRaw<Record<string, string | null>[]>`
    select ${selectedColumns(table)} from ${Prisma.raw(table.dbTable)} k where k.id = ${id}::uuid`;
  if (!row) throw notFound(table.noun);
  return toRow(table, row);
}

export type RelationRow = { fromId: string; toId: string; from: string; to: string };

/** ADM-6, ADM-7 · Relations by name, 50 a page; with `of`, only those that have it on either side. */
export async function listRelations(
  actor: Actor,
  name: RelationName,
  { search = '', after, of }: Query & { of?: string } = {},
): Promise<Page<RelationRow>> {
  enforce(mayAdminister(actor));
  const { dbTable, from, to } = relations[name];
  const [fromColumn, toColumn] = [Prisma.raw(`p.${from.column}`), Prisma.raw(`p.${to.column}`)];
  const conditions = [Prisma.sql`true`];
  if (of) conditions.push(Prisma.sql`(l."fromId" = ${of}::uuid or l."toId" = ${of}::uuid)`);
  const words = searchInput(search);
  if (words !== '')
    conditions.push(Prisma.sql`(${holds(Prisma.sql`l."from"`, words)} or ${holds(Prisma.sql`l."to"`, words)})`);
  const offset = Offset.parse(after ?? 0);
  const rows = await db().$queryRaw<RelationRow[]>`
    select * from (
      select ${fromColumn} as "fromId", ${toColumn} as "toId",
             ${referenceLabel(from.target, fromColumn)} as "from", ${referenceLabel(to.target, toColumn)} as "to"
      from ${Prisma.raw(dbTable)} p
    ) l
    where ${Prisma.join(conditions, ' and ')}
    order by l."from", l."to", l."fromId", l."toId" offset ${offset} limit ${PAGE + 1}`;
  return pageOf(rows, () => String(offset + PAGE));
}
