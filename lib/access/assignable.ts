import type { Actor, Staff } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { assignsToAll, can, mayServe } from './policy.ts';
import { effectiveRoles, type Role, roleNames, roles, type StaffRole } from './roles.ts';
import { staffGrants } from './staff-grants.ts';

/** A record, or one that is to be made, as far as it decides who may work it: its kind and, of a case, its customer. */
export type Assignable = { kind: TaskKind } & Record<'accountId' | 'contactId' | 'consumerId', string | null>;

const holderOf = (role: Role): Staff => ({
  kind: 'staff',
  id: '',
  name: '',
  timeZone: 'UTC',
  groupIds: [],
  roles: effectiveRoles([role]),
});

const staffRoles = roleNames.filter((role) => roles[role].audience === 'internal');

/** An administrator may do all, and is no technician for that. */
const isOneOf = (actor: Actor, assignees: readonly StaffRole[]) =>
  actor.kind === 'staff' && assignees.some((role) => actor.roles.has(role));

/** REC-5 · The roles each of which lets its holder work such a record: edit its kind and, of cases, those of the customer. */
export function rolesThatWork(record: Assignable): Role[] {
  const { assignees } = staffGrants[record.kind];
  return staffRoles.filter((role) => {
    const holder = holderOf(role);
    if (assignees) return isOneOf(holder, assignees);
    return can(holder, 'edit', record.kind) && mayServe(holder, record).ok;
  });
}

/** REC-5 · Whether somebody who assigns records of the kind could be assigned one, whosever it is. */
export function takesSome(actor: Actor, kind: TaskKind): boolean {
  const { assignees } = staffGrants[kind];
  return can(actor, 'assign', kind) && (!assignees || isOneOf(actor, assignees));
}

/** REC-5 · Whether somebody holds a role that works such a record, and assigns it to oneself. */
export function mayBeAssigned(actor: Actor, record: Assignable): boolean {
  return (
    actor.kind === 'staff' &&
    can(actor, 'assign', record.kind) &&
    rolesThatWork(record).some((role) => actor.roles.has(role))
  );
}

/** REC-5 · The user `u` may be assigned such a record: active staff with a role that works it. */
export function worksSql(record: Assignable): Prisma.Sql {
  return Prisma.sql`(u.active and u.kind = 'internal' and exists (select from user_roles held
    where held.user_id = u.id and held.role = any(${rolesThatWork(record)}::text[])))`;
}

/** REC-5 · The group `r` has somebody who may be assigned such a record. */
export function groupWorksSql(record: Assignable): Prisma.Sql {
  return Prisma.sql`exists (select from group_members m join users u on u.id = m.user_id
    where m.group_id = r.id and ${worksSql(record)})`;
}

/** ACC-6 · Whom the actor may assign such a record to, as a condition on the user `u`: what the pickers offer. */
export function assignableSql(actor: Actor, record: Assignable): Prisma.Sql {
  if (!can(actor, 'assign', record.kind)) return Prisma.sql`false`;
  if (assignsToAll(actor, record.kind)) return worksSql(record);
  return Prisma.sql`(u.id = ${actor.id}::uuid and ${worksSql(record)})`;
}

/** ACC-6, REC-5 · The groups that the actor may assign such a record to, as a condition on the group `r`; `creates`: one that the actor makes from a case (REL-17). */
export function assignableGroupSql(actor: Actor, record: Assignable, creates = false): Prisma.Sql {
  if (creates && record.kind !== 'case' && can(actor, 'create', record.kind)) return groupWorksSql(record);
  if (!can(actor, 'assign', record.kind)) return Prisma.sql`false`;
  if (assignsToAll(actor, record.kind)) return groupWorksSql(record);
  return Prisma.sql`(r.id in (select group_id from group_members where user_id = ${actor.id}::uuid) and ${groupWorksSql(record)})`;
}
