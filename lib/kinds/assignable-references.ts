import { type Assignable, assignableGroupSql, assignableSql } from '#lib/access/assignable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { begins, holds } from '#lib/platform/folded-sql.ts';
import { amongIds, type Offered, type Reference } from './reference.ts';

const LIMIT = 20;

/** The record to assign, with its current form values and its assignment group; `creates`: it does not exist yet. */
export type ToAssign = Assignable & { assignmentGroupId: string | null; creates?: boolean };

/** Staff with their group names and email address, and whether they are in the record's group. */
const people = (actor: Actor, { assignmentGroupId, creates: _creates, ...record }: ToAssign) => Prisma.sql`
  select u.id, u.name as label, concat_ws(' · ', g.names, u.email) as detail, coalesce(g.member, false) as first
  from users u left join lateral (
    select string_agg(groups.name, ', ' order by groups.id = ${assignmentGroupId}::uuid desc, groups.name) as names,
      bool_or(groups.id = ${assignmentGroupId}::uuid) as member
    from group_members m join groups on groups.id = m.group_id where m.user_id = u.id
  ) g on true
  where ${assignableSql(actor, record)}`;

const groups = (actor: Actor, { creates, ...record }: ToAssign) => Prisma.sql`
  select r.id, r.name as label, coalesce(r.email, '') as detail, false as first from groups r
  where ${assignableGroupSql(actor, record, creates)}`;

/**
 * REC-5, ACC-6 · Type-ahead of assignees: users whom the server accepts, members of the assignment group first; or groups that
 * the actor may assign and that have a suitable member. With ids, only these.
 */
export async function searchAssignable(
  tx: Db,
  actor: Actor,
  what: 'user' | 'group',
  words: string,
  record: ToAssign,
  ids?: readonly string[],
): Promise<Offered[]> {
  const { are, order } = amongIds(ids);
  const rows = await tx.$queryRaw<Omit<Reference, 'fill'>[]>`
    select id, label, detail from (${what === 'user' ? people(actor, record) : groups(actor, record)}) r
    where ${are} and (${holds(Prisma.sql`r.label`, words)} or ${holds(Prisma.sql`r.detail`, words)})
    order by ${order} r.first desc, ${begins(Prisma.sql`r.label`, words)} desc, r.label, r.id limit ${LIMIT}`;
  return rows.map((row) => ({ ...row, autofills: {} }));
}
