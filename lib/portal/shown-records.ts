import { findField } from '#lib/external/names.ts';
import { columnName } from '#lib/platform/column-name.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { type Field, type FieldValue, plainDisplay } from '#lib/record/field.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { identifier, kindTables } from '#lib/record/kind-table.ts';
import type { PropertyName } from '#lib/settings/properties.ts';
import { property, type Settings } from '#lib/settings/settings.ts';
import type { ShownTable } from '#lib/settings/shown-fields.ts';
import { listOfNames } from '#lib/settings/synced-names.ts';

/** A field as external people read it: `name` is what messages call it, `display` how it reads in English. */
export type PortalField = { name: string; type: Field['type']; label: string; value: FieldValue; display: string };

/** A record of a case, with only those fields that administrators show to customers (ADM-8). */
export type PortalRecord = {
  number: string;
  table: ShownTable;
  fields: PortalField[];
  items: PortalRecord[];
  /** The known error that is published for customers. */
  article: { number: string; title: string } | null;
};

type ShownField = { name: string; field: Field; column: Prisma.Sql };

/** ADM-8 · The fields of a kind that are shown now, each with its column; no other field is selected. */
function shownFields(kind: TaskKind, settings: Settings): ShownField[] {
  const table = taskKinds[kind].external as ShownTable;
  return listOfNames(property(settings, `portal.fields.${table}` satisfies PropertyName)).flatMap((external) => {
    const found = findField(kind, external);
    if (!found) return [];
    const isOwn = found.field.table === 'own';
    // NTF-1: internal journal entries are no update for customers.
    const column = identifier(columnName(found.name === 'updatedAt' ? 'customerUpdatedAt' : found.name));
    return [{ name: external, field: found.field, column: isOwn ? Prisma.sql`o.${column}` : Prisma.sql`t.${column}` }];
  });
}

type Row = { id: string; number: string; wholeId: string | null } & Record<string, unknown>;

/** A record with its id and that of its parent record. */
export type RecordOfCase = { id: string; wholeId: string | null; record: PortalRecord };

/** The records of a kind that match a condition on the task `t` and its kind's row `o`, newest first. */
export async function recordsWhere(
  kind: TaskKind,
  settings: Settings,
  condition: Prisma.Sql,
  wholeField = taskKinds[kind].partOf?.field,
): Promise<RecordOfCase[]> {
  const { external } = taskKinds[kind];
  const fields = shownFields(kind, settings);
  const columns = fields.map(({ name, column }) => Prisma.sql`${column} as ${identifier(`shown ${name}`)}`);
  const whole = wholeField ? Prisma.sql`o.${identifier(columnName(wholeField))}` : Prisma.sql`null`;
  const rows = await db().$queryRaw<Row[]>`
    /* prepared */ select ${Prisma.join([Prisma.sql`t.id, t.number, ${whole} as "wholeId"`, ...columns])}
    from tasks t join ${identifier(kindTables[kind].name)} o using (id)
    where t.kind = ${kind}::task_kind and ${condition} order by t.opened_at desc, t.id desc`;
  return rows.map((row) => ({
    id: row.id,
    wholeId: row.wholeId,
    record: {
      number: row.number,
      table: external as ShownTable,
      fields: fields.map(({ name, field }) => portalField(name, field, row[`shown ${name}`])),
      items: [],
      article: null,
    },
  }));
}

function portalField(name: string, field: Field, stored: unknown): PortalField {
  const value = stored instanceof Date ? stored.toISOString() : ((stored ?? null) as FieldValue);
  return { name, type: field.type, label: field.label, value, display: plainDisplay(field, value) };
}
