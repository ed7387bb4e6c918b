import { may } from '#lib/access/policy.ts';
import { workedOf } from '#lib/access/readable.ts';
import { recordAudit } from '#lib/audit/record.ts';
import { BYTE_ORDER_MARK, csvLine } from '#lib/external/csv.ts';
import { externalFields, externalNames, type NamedField } from '#lib/external/names.ts';
import { writeExternal } from '#lib/external/values.ts';
import { referenceLabel } from '#lib/kinds/reference.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { columnName } from '#lib/platform/column-name.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { StoredValue } from '#lib/record/field.ts';
import { taskKinds } from '#lib/record/kind.ts';
import { identifier, kindTables } from '#lib/record/kind-table.ts';
import { wordsQuery } from '#lib/record/search.ts';
import { listAfter, listCondition, listOrder } from './condition.ts';
import { type ListQuery, listText } from './list-query.ts';
import type { Sort } from './sorts.ts';

const AT_ONCE = 500;

type Row = Record<string, StoredValue> & { id: string; number: string };

/** Spreadsheets should see numbers as numbers: the state -5 is not a formula. */
const asCell = (text: string) => (String(Number(text)) === text ? Number(text) : text);

/** The exported value of a field: references by their names, the record itself by its `sys_id`. */
function cell(row: Row, { name, field }: NamedField): string | number {
  const stored = row[name] ?? null;
  const value = stored instanceof Date ? stored.toISOString() : stored;
  if (field.type === 'reference' && name !== 'id') return String(value ?? '');
  const text = writeExternal(field, value);
  return field.type === 'text' || field.type === 'long-text' ? text : asCell(text);
}

function selected(fields: readonly NamedField[]): Prisma.Sql {
  const columns = fields.map(({ name, field }) => {
    const column = Prisma.raw(`${field.table === 'task' ? 't' : 'own'}.${columnName(name)}`);
    const named = field.type === 'reference' && name !== 'id';
    return Prisma.sql`${named ? referenceLabel(field.target, column) : column} as ${Prisma.raw(`"${name}"`)}`;
  });
  return Prisma.join(columns);
}

/** What is exported: the list as shown, or some of its records by number. */
export type Export = { query: ListQuery; numbers: readonly string[] };

/**
 * ACC-6 · Exports records of a list that the actor works, as CSV, in pieces of 500 read by keyset, so that memory use does not
 * grow with the list. The audit log records each export (ADM-12). Refused: ACC-6.
 */
export async function exportTasks(actor: Actor, { query, numbers }: Export): Promise<ReadableStream<Uint8Array>> {
  const { kind, words } = query;
  enforce(may(actor, 'export', kind));
  const subject = `${taskKinds[kind].external}.list`;
  await recordAudit(db(), actor, {
    action: 'records.exported',
    subject,
    newValue: numbers.join(',') || listText(query),
  });

  const sort: Sort = { by: 'number', descending: false };
  const parts = [listCondition(actor, query), Prisma.sql`(${workedOf(kind, actor)})`];
  if (words) parts.push(Prisma.sql`t.search @@ ${wordsQuery(kind, words)}`);
  if (numbers.length > 0) parts.push(Prisma.sql`t.number = any(${[...numbers]}::text[])`);
  const own = identifier(kindTables[kind].name);
  const fields = externalFields(kind);
  const line = (row: Row) => csvLine(fields.map((field) => cell(row, field)));
  let last: Row | undefined;

  const next = () => {
    const after = last ? [listAfter(kind, sort, { value: last.number, id: last.id })] : [];
    return db().$queryRaw<Row[]>`
      select ${selected(fields)} from tasks t join ${own} own on own.id = t.id
      where ${Prisma.join([...parts, ...after], ' and ')} order by ${listOrder(sort)} limit ${AT_ONCE}`;
  };
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine(externalNames(kind)))),
    async pull(controller) {
      const rows = await next();
      last = rows.at(-1);
      if (rows.length > 0) controller.enqueue(encoder.encode(rows.map(line).join('')));
      if (rows.length < AT_ONCE) controller.close();
    },
  });
}
