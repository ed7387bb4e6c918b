import { maySeeConsumers } from '#lib/access/customers.ts';
import { mayApproveSql, readableOf } from '#lib/access/readable.ts';
import { mayNameKinds } from '#lib/access/references.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { begins, holds } from '#lib/platform/folded-sql.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { ReferenceKind } from '#lib/record/reference-kind.ts';
import { type Constraint, constraintSql } from './constrained-references.ts';
import { definitions } from './definitions.ts';

/**
 * The targets of reference fields. `select` returns id, label, detail and `fill`: the value for a field that it `autofills`
 * (the account of a contact, the product of an asset). With `whose`, the detail of a consumer is visible only to users who see
 * consumers. With `owned`, it also returns the owner: an account or a consumer.
 */
const tables = {
  account: { select: Prisma.sql`select id, name as label, number as detail, null::uuid as fill from accounts` },
  contact: {
    select: Prisma.sql`select u.id, u.name as label, a.name as detail, c.account_id as fill, u.active
      from contacts c join users u using (id) join accounts a on a.id = c.account_id`,
  },
  consumer: {
    select: Prisma.sql`select u.id, u.name as label, coalesce(u.email, '') as detail, null::uuid as fill, u.active
      from consumers c join users u using (id)`,
  },
  user: {
    select: Prisma.sql`select id, name as label, email as detail, null::uuid as fill, active from users where kind = 'internal'`,
  },
  /** A caller may be an internal user, a contact or a consumer. */
  person: {
    select: Prisma.sql`select u.id, u.name as label, coalesce(a.name, u.email, '') as detail, null::uuid as fill, u.active,
      u.kind::text as whose from users u left join contacts c using (id) left join accounts a on a.id = c.account_id`,
    whose: true,
  },
  group: {
    select: Prisma.sql`select id, name as label, coalesce(email, '') as detail, null::uuid as fill from groups`,
  },
  /** CHG-1: only groups with an active approver. */
  'approval-group': {
    select: Prisma.sql`select g.id, g.name as label, coalesce(g.email, '') as detail, null::uuid as fill,
      exists (select from group_members m join users u on u.id = m.user_id and u.active
        where m.group_id = g.id and ${mayApproveSql}) as active from groups g`,
  },
  'configuration-item': {
    select: Prisma.sql`select id, name as label, class as detail, null::uuid as fill from configuration_items`,
  },
  /** INC-7: as a parent, only incidents that have not ended. */
  incident: {
    select: Prisma.sql`select id, number as label, short_description as detail, null::uuid as fill,
      state not in ('closed', 'canceled') as active from tasks where kind = 'incident'`,
    task: 'incident',
  },
  problem: {
    select: Prisma.sql`select id, number as label, short_description as detail, null::uuid as fill from tasks where kind = 'problem'`,
    task: 'problem',
  },
  change: {
    select: Prisma.sql`select id, number as label, short_description as detail, null::uuid as fill from tasks where kind = 'change'`,
    task: 'change',
  },
  /** Only published articles are offered. */
  article: {
    select: Prisma.sql`select id, number as label, title as detail, null::uuid as fill, published_at is not null as active from articles`,
  },
  'change-template': {
    select: Prisma.sql`select id, name as label, category as detail, null::uuid as fill, active from change_templates`,
  },
  'catalog-category': {
    select: Prisma.sql`select id, name as label, '' as detail, null::uuid as fill from catalog_categories`,
  },
  'catalog-item': {
    select: Prisma.sql`select i.id, i.name as label, c.name as detail, null::uuid as fill, i.active
      from catalog_items i join catalog_categories c on c.id = i.category_id`,
  },
  'field-map': {
    select: Prisma.sql`select id, name as label, direction as detail, null::uuid as fill from field_maps`,
  },
  task: { select: Prisma.sql`select id, number as label, short_description as detail, null::uuid as fill from tasks` },
  product: { select: Prisma.sql`select id, name as label, '' as detail, null::uuid as fill from products` },
  asset: {
    select: Prisma.sql`select a.id, a.tag as label, p.name as detail, a.product_id as fill, a.account_id, a.consumer_id
      from assets a join products p on p.id = a.product_id`,
    owned: true,
  },
  'install-base-item': {
    select: Prisma.sql`select i.id, i.name as label, coalesce(a.name, u.name) as detail, null::uuid as fill, u.kind::text as whose,
      i.account_id, i.consumer_id from install_base_items i left join accounts a on a.id = i.account_id left join users u on u.id = i.consumer_id`,
    whose: true,
    owned: true,
  },
} as const satisfies Record<ReferenceKind, { select: Prisma.Sql; task?: TaskKind; whose?: true; owned?: true }>;

export type Reference = { id: string; label: string; detail: string; fill: string | null };

/** A type-ahead result. `autofills`: the values it fills in, by the field where it is picked. */
export type Offered = Omit<Reference, 'fill'> & { autofills: Record<string, Record<string, string | null>> };

/** Only some fields fill others: a case's account follows its contact, but not the contact of its partner. */
function asOffered(kind: ReferenceKind): (found: Reference) => Offered {
  const filling = Object.values(definitions).flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([name, field]) =>
      field.type === 'reference' && field.target === kind && field.autofills ? [[name, field.autofills] as const] : [],
    ),
  );
  return ({ id, label, detail, fill }) => ({
    id,
    label,
    detail,
    autofills: Object.fromEntries(filling.map(([name, other]) => [name, { [other]: fill }])),
  });
}

/** ACC-6 · The email address of a consumer, and a consumer's name beside a thing, are only for users who see consumers. */
function detailFor(kind: ReferenceKind, actor: Actor): Prisma.Sql {
  if (!('whose' in tables[kind]) || maySeeConsumers(actor)) return Prisma.sql`r.detail`;
  return Prisma.sql`case when r.whose = 'consumer' then '' else r.detail end`;
}

/** REL-16, ACC-6 · Excludes records that the actor may not see and people that the actor may not name. */
function readableReferences(kind: ReferenceKind, actor: Actor): Prisma.Sql {
  const table = tables[kind];
  if (kind === 'person') return Prisma.sql`r.whose = any(${mayNameKinds(actor)})`;
  if (!('task' in table)) return Prisma.sql`true`;
  return Prisma.sql`r.id in (select t.id from tasks t where t.kind = ${table.task}::task_kind and (${readableOf(table.task, actor)}))`;
}

/** REC-5 · The customer of a record. Things owned by an account or a consumer fit only their owner's records. */
export type Owner = { accountId: string | null; consumerId: string | null };

/** The owner owns the thing. Kinds of things without an owner always match. */
function belongsTo(kind: ReferenceKind, { accountId, consumerId }: Owner): Prisma.Sql {
  if (!('owned' in tables[kind])) return Prisma.sql`true`;
  return Prisma.sql`coalesce(r.account_id = ${accountId}::uuid or r.consumer_id = ${consumerId}::uuid, false)`;
}

/** REC-5 · Whether an existing thing belongs to the customer of a record. */
export async function isOwnedBy(tx: Db, kind: ReferenceKind, id: string, owner: Owner): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from (${tables[kind].select}) r where r.id = ${id}::uuid and ${belongsTo(kind, owner)}`;
  return rows.length > 0;
}

/** The things with these ids that the actor may name (REC-5). Omits others. */
export async function findReferencesFor(
  tx: Db,
  actor: Actor,
  kind: ReferenceKind,
  ids: readonly string[],
): Promise<Reference[]> {
  return tx.$queryRaw<Reference[]>`
    select id, label, ${detailFor(kind, actor)} as detail, fill from (${tables[kind].select}) r
    where r.id = any(${[...ids]}::uuid[]) and ${readableReferences(kind, actor)}`;
}

/** The things with these ids, for display. Omits ids that don't exist (REC-5). */
export async function findReferences(tx: Db, kind: ReferenceKind, ids: readonly string[]): Promise<Reference[]> {
  if (ids.length === 0) return [];
  return tx.$queryRaw<Reference[]>`
    select id, label, detail, fill from (${tables[kind].select}) r where r.id = any(${[...ids]}::uuid[])`;
}

/** The names of the references in several fields, by field, in one query. */
export async function nameReferences(
  tx: Db,
  fields: readonly { field: string; kind: ReferenceKind; id: string }[],
): Promise<Map<string, string>> {
  if (fields.length === 0) return new Map();
  const each = fields.map(
    ({ field, kind, id }) =>
      Prisma.sql`select ${field}::text as field, r.label from (${tables[kind].select}) r where r.id = ${id}::uuid`,
  );
  const rows = await tx.$queryRaw<{ field: string; label: string }[]>(Prisma.join(each, ' union all '));
  return new Map(rows.map(({ field, label }) => [field, label]));
}

/** SQL expression: the name of the reference in a column. */
export function referenceLabel(kind: ReferenceKind, column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select r.label from (${tables[kind].select}) r where r.id = ${column})`;
}

/** REC-5 · Only these ids, in their order. Recently picked things are offered only while they are valid. */
export const amongIds = (ids: readonly string[] | undefined): { are: Prisma.Sql; order: Prisma.Sql } =>
  ids
    ? {
        are: Prisma.sql`r.id = any(${[...ids]}::uuid[])`,
        order: Prisma.sql`array_position(${[...ids]}::uuid[], r.id),`,
      }
    : { are: Prisma.sql`true`, order: Prisma.empty };

type Search = { owner?: Owner; limit?: number; ids?: readonly string[] | undefined; place?: Constraint | undefined };

/**
 * Type-ahead: things whose name or detail matches the words, 20 by default. Excludes inactive things. `owner`: only its
 * things. `ids`: only these. `place`: only valid things for that role.
 */
export async function searchReferences(
  tx: Db,
  actor: Actor,
  kind: ReferenceKind,
  words: string,
  { owner, limit = 20, ids, place }: Search = {},
): Promise<Offered[]> {
  const detail = detailFor(kind, actor);
  const { are, order } = amongIds(ids);
  const rows = await tx.$queryRaw<Reference[]>`
    select id, label, ${detail} as detail, fill from (${tables[kind].select}) r
    where (${holds(Prisma.sql`r.label`, words)} or ${holds(detail, words)})
      and ${are} and ${constraintSql(place)} and ${readableReferences(kind, actor)} and ${owner ? belongsTo(kind, owner) : Prisma.sql`true`}
      and coalesce((to_jsonb(r) ->> 'active')::boolean, true)
    order by ${order} ${begins(Prisma.sql`r.label`, words)} desc, r.label limit ${limit}`;
  return rows.map(asOffered(kind));
}

/** Whether such a reference points to another record. */
export function namesTask(kind: ReferenceKind): boolean {
  return kind === 'task' || 'task' in tables[kind];
}

/** Whether a text is a kind of reference. Used by the type-ahead route. */
export function isReferenceKind(name: string): name is ReferenceKind {
  return Object.hasOwn(tables, name);
}
