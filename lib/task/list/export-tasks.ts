import { may } from '#lib/access/policy.ts';
import { recordAudit } from '#lib/audit/record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { columnName } from '#lib/platform/column-name.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { definitions } from '../definitions.ts';
import type { Field } from '../field.ts';
import { type TaskKind, taskKinds } from '../kind.ts';
import { referenceLabel } from '../reference.ts';
import { listAfter, listCondition, listOrder } from './condition.ts';
import { csvLine, outsideTime } from './csv.ts';
import { externalName } from './external-names.ts';
import { type ListQuery, listText } from './list-query.ts';
import { wordsQuery } from './search.ts';
import type { Sort } from './sorts.ts';

const AT_ONCE = 500;

/** The table that each kind has of its own. */
const ownTables: Readonly<Record<TaskKind, string>> = {
  case: 'cases',
  incident: 'incidents',
  problem: 'problems',
  change: 'changes',
  request: 'requests',
  requested_item: 'requested_items',
};

type Cell = string | number | boolean | null;
type Row = Record<string, Cell | Date> & { id: string; number: string };

/** Columns that every kind has beside its fields, first and last. */
const times = [
  ['opened_at', 'opened_at'],
  ['resolved_at', 'resolved_at'],
  ['closed_at', 'closed_at'],
  ['sys_created_on', 'created_at'],
  ['sys_updated_on', 'updated_at'],
] as const;

function header(kind: TaskKind): string[] {
  const fields = Object.keys(definitions[kind].fields).map((name) => externalName(kind, name));
  return ['number', 'sys_id', ...fields, 'active', ...times.map(([name]) => name), 'sys_mod_count'];
}

/** A value as it stands outside (spec 14): choices by their outer value, things by their names. */
function outsideValue(kind: TaskKind, name: string, field: Field, value: Cell): Cell {
  if (name === 'state') return definitions[kind].states[String(value)]?.external ?? value;
  if (field.type !== 'choice') return value;
  return field.choices.find((choice) => choice.value === value)?.external ?? value;
}

function line(kind: TaskKind, row: Row): string {
  const plain = (name: string) => {
    const value = row[name];
    return value instanceof Date ? outsideTime(value) : (value ?? null);
  };
  const fields = Object.entries(definitions[kind].fields).map(([name, field]) =>
    outsideValue(kind, name, field, plain(name)),
  );
  const own = [row.number, row.id.replaceAll('-', ''), ...fields, plain('active')];
  return csvLine([...own, ...times.map(([, column]) => plain(column)), plain('version')]);
}

function selected(kind: TaskKind): Prisma.Sql {
  const fields = Object.entries(definitions[kind].fields).map(([name, field]) => {
    const column = Prisma.raw(`${field.table === 'task' ? 't' : 'own'}.${columnName(name)}`);
    const value = field.type === 'reference' ? referenceLabel(field.target, column) : column;
    return Prisma.sql`${value} as ${Prisma.raw(`"${name}"`)}`;
  });
  const columns = Prisma.raw(
    ['id', 'number', 'active', 'version', ...times.map(([, at]) => at)].map((c) => `t.${c}`).join(),
  );
  return Prisma.sql`${columns}, ${Prisma.join(fields)}`;
}

/** What is exported: the list as it is shown, or some of its records by their numbers. */
export type Export = { query: ListQuery; numbers: readonly string[] };

/**
 * Spec 10 · X: the records of a list as CSV, in pieces of 500 read by keyset, so that a long list needs no more memory
 * than a short one. It stands in the audit log (ADM-12). Refused: ACC-6.
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
  const parts = [listCondition(actor, query)];
  if (words) parts.push(Prisma.sql`t.search @@ ${wordsQuery(kind, words)}`);
  if (numbers.length > 0) parts.push(Prisma.sql`t.number = any(${[...numbers]}::text[])`);
  const own = Prisma.raw(ownTables[kind]);
  let last: Row | undefined;

  const next = () => {
    const after = last ? [listAfter(sort, { value: last.number, id: last.id })] : [];
    return db().$queryRaw<Row[]>`
      select ${selected(kind)} from tasks t join ${own} own on own.id = t.id
      where ${Prisma.join([...parts, ...after], ' and ')} order by ${listOrder(sort)} limit ${AT_ONCE}`;
  };
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(csvLine(header(kind)))),
    async pull(controller) {
      const rows = await next();
      last = rows.at(-1);
      if (rows.length > 0) controller.enqueue(encoder.encode(rows.map((row) => line(kind, row)).join('')));
      if (rows.length < AT_ONCE) controller.close();
    },
  });
}
