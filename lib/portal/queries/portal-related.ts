import { readableOf } from '#lib/access/readable.ts';
import { fieldCalled } from '#lib/external/names.ts';
import type { ShownTable } from '#lib/external-access/shown-fields.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { columnName } from '#lib/platform/column-name.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import type { PropertyName } from '#lib/property/properties.ts';
import { isIntegrated, property, readSettings, type Settings } from '#lib/property/settings.ts';
import { listOfNames } from '#lib/property/synced-names.ts';
import { type LinkName, linkNames, links } from '#lib/related/link.ts';
import { isLinked } from '#lib/related/link-sql.ts';
import { type Field, type FieldValue, plainDisplay } from '#lib/task/field.ts';
import { type TaskKind, taskKinds } from '#lib/task/kind.ts';
import { identifier, kindTables } from '#lib/task/kind-table.ts';

/** A field as external people read it: `name` is what messages call it, `display` how it reads in English. */
export type PortalField = { name: string; type: Field['type']; label: string; value: FieldValue; display: string };

/** A record behind a case, with the fields that administrators show of it and no other (ADM-8). */
export type PortalRecord = {
  number: string;
  table: ShownTable;
  fields: PortalField[];
  items: PortalRecord[];
  /** The known error that is published for customers. */
  article: { number: string; title: string } | null;
};

/** POR-4, POR-12 · The links by which a case shows records to external people now. */
function shownLinks(settings: Settings): LinkName[] {
  const listed = listOfNames(property(settings, 'portal.related_records'));
  return linkNames.filter((name) => {
    const { kind, integration } = links[name];
    return listed.includes(taskKinds[kind].external) && isIntegrated(settings, integration);
  });
}

type ShownField = { name: string; field: Field; column: Prisma.Sql };

/** ADM-8 · The fields that are shown of a kind now, each with its column: nothing else is selected. */
function shownFields(kind: TaskKind, settings: Settings): ShownField[] {
  const table = taskKinds[kind].external as ShownTable;
  return listOfNames(property(settings, `portal.fields.${table}` satisfies PropertyName)).flatMap((external) => {
    const found = fieldCalled(kind, external);
    if (!found) return [];
    const isOwn = found.field.table === 'own';
    const column = identifier(columnName(found.name));
    return [{ name: external, field: found.field, column: isOwn ? Prisma.sql`o.${column}` : Prisma.sql`t.${column}` }];
  });
}

type Row = { id: string; number: string; wholeId: string | null } & Record<string, unknown>;

type BehindCase = { id: string; wholeId: string | null; record: PortalRecord };

/** Records of a kind for which a condition on the task `t` and its own row `o` holds, the newest first. */
async function recordsWhere(kind: TaskKind, settings: Settings, condition: Prisma.Sql): Promise<BehindCase[]> {
  const { partOf, external } = taskKinds[kind];
  const fields = shownFields(kind, settings);
  const columns = fields.map(({ name, column }) => Prisma.sql`${column} as ${identifier(`shown ${name}`)}`);
  const whole = partOf ? Prisma.sql`o.${identifier(columnName(partOf.field))}` : Prisma.sql`null`;
  const rows = await db().$queryRaw<Row[]>`
    select ${Prisma.join([Prisma.sql`t.id, t.number, ${whole} as "wholeId"`, ...columns])}
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

/** The case by its number, where the actor may read it. */
const isThisCase = (actor: Actor, number: string) => Prisma.sql`exists (select from tasks t
  where t.id = c.id and t.number = ${number} and t.kind = 'case' and (${readableOf('case', actor)}))`;

/**
 * POR-4, POR-12 · The problems, changes and requests behind a case that the actor may read, requests with their items; empty where
 * there are none, where their kind is not shown, or where the case is missing or out of reach.
 */
export async function portalRelated(actor: Actor, number: string): Promise<PortalRecord[]> {
  const settings = await readSettings(db());
  const names = shownLinks(settings);
  const kinds = [...new Set(names.map((name) => links[name].kind))];
  const found = (
    await Promise.all(kinds.map((kind) => recordsWhere(kind, settings, isBehind(kind, names, actor, number))))
  ).flat();
  const ids = found.map(({ id }) => id);
  const [items, articles] = await Promise.all([itemsOf(ids, settings), articlesOf(ids)]);
  return found.map(({ id, record }) => ({
    ...record,
    items: items.filter(({ wholeId }) => wholeId === id).map((item) => item.record),
    article: articles.get(id) ?? null,
  }));
}

/** The record `t` of a kind stands behind the case by one of the links. */
function isBehind(kind: TaskKind, names: readonly LinkName[], actor: Actor, number: string): Prisma.Sql {
  const linked = names.filter((name) => links[name].kind === kind).map((name) => isLinked(name, Prisma.sql`t.id`));
  return Prisma.sql`exists (select from cases c where (${Prisma.join(linked, ' or ')}) and ${isThisCase(actor, number)})`;
}

/** A request unfolds into its items. */
async function itemsOf(requestIds: readonly string[], settings: Settings): Promise<BehindCase[]> {
  return recordsWhere('requested_item', settings, Prisma.sql`o.request_id = any(${[...requestIds]}::uuid[])`);
}

/** POR-4 · The known errors of problems, where they are published for customers. */
async function articlesOf(problemIds: readonly string[]): Promise<Map<string, { number: string; title: string }>> {
  const rows = await db().$queryRaw<{ id: string; number: string; title: string }[]>`
    select p.id, a.number, a.title from problems p join articles a on a.id = p.article_id
    where p.id = any(${[...problemIds]}::uuid[]) and a.published_at is not null and a.readers = 'external'`;
  return new Map(rows.map(({ id, ...article }) => [id, article]));
}
