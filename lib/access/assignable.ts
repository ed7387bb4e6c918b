import type { Actor, Staff } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { assignsToAll, can, mayServeCustomer } from './policy.ts';
import { effectiveRoles, type Role, roleNames, roles, type StaffRole } from './roles.ts';
import { staffGrants } from './staff-grants.ts';

/** What decides who may work a record, existing or new: its kind and, for a case, its customer. */
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

/** Unlike `hasAnyRole`, this does not count administrators as technicians. */
const isOneOf = (actor: Actor, assignees: readonly StaffRole[]) =>
  actor.kind === 'staff' && assignees.some((role) => actor.roles.has(role));

/** REC-5 · Roles that may work the record: edit its kind and, for a case, serve its customer. */
export function rolesThatWork(record: Assignable): Role[] {
  const { assignees } = staffGrants[record.kind];
  return staffRoles.filter((role) => {
    const holder = holderOf(role);
    if (assignees) return isOneOf(holder, assignees);
    return can(holder, 'edit', record.kind) && mayServeCustomer(holder, record).ok;
  });
}

/** REC-5 · Whether an actor who assigns records of the kind can also be assigned some of them. */
export function canBeAssignedSome(actor: Actor, kind: TaskKind): boolean {
  const { assignees } = staffGrants[kind];
  return can(actor, 'assign', kind) && (!assignees || isOneOf(actor, assignees));
}

/** REC-5 · Whether the actor holds a role that works the record, so that self-assignment is allowed. */
export function mayBeAssigned(actor: Actor, record: Assignable): boolean {
  return (
    actor.kind === 'staff' &&
    can(actor, 'assign', record.kind) &&
    rolesThatWork(record).some((role) => actor.roles.has(role))
  );
}

/** REC-5 · The user `u` can be assigned the record: active staff with a role that works it. */
export function worksSql(record: Assignable): Prisma.Sql {
  return Prisma.sql`(u.active and u.kind = 'internal' and exists (select from user_roles held
    where held.user_id = u.id and held.role = any(${rolesThatWork(record)}::text[])))`;
}

/** REC-5 · The group `r` has a member who can be assigned the record. */
export function groupWorksSql(record: Assignable): Prisma.Sql {
  return Prisma.sql`exists (select from group_members m join users u on u.id = m.user_id
    where m.group_id = r.id and ${worksSql(record)})`;
}

/** ACC-6 · The users `u` whom the actor may assign the record to: what the pickers offer. */
export function assignableSql(actor: Actor, record: Assignable): Prisma.Sql {
  if (!can(actor, 'assign', record.kind)) return Prisma.sql`false`;
  if (assignsToAll(actor, record.kind)) return worksSql(record);
  return Prisma.sql`(u.id = ${actor.id}::uuid and ${worksSql(record)})`;
}

/** ACC-6, REC-5, REL-17 · Groups `r` that the actor may assign the record to; `creates`: the actor creates it from a case. */
export function assignableGroupSql(actor: Actor, record: Assignable, creates = false): Prisma.Sql {
  if (creates && record.kind !== 'case' && can(actor, 'create', record.kind)) return groupWorksSql(record);
  if (!can(actor, 'assign', record.kind)) return Prisma.sql`false`;
  if (assignsToAll(actor, record.kind)) return groupWorksSql(record);
  return Prisma.sql`(r.id in (select group_id from group_members where user_id = ${actor.id}::uuid) and ${groupWorksSql(record)})`;
}
