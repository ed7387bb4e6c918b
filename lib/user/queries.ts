import { z } from 'zod';
import { maySendPasswordLink } from '#lib/access/customers.ts';
import { mayAdminister } from '#lib/access/policy.ts';
import { isRole, type Role } from '#lib/access/roles.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { holds } from '#lib/platform/folded-sql.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import type { LinkPurpose } from '#lib/session/link-purpose.ts';
import { countAdministrators } from '#lib/session/locks.ts';
import { anAdministratorRemains } from '#lib/session/rules/remove-administrator.ts';
import { roleOrigins } from './role-origins.ts';

const PAGE = 50;

const Uuid = z.uuid();

const listed = {
  id: true,
  name: true,
  email: true,
  kind: true,
  active: true,
  contact: { select: { account: { select: { id: true, name: true } } } },
  roles: { select: { role: true }, orderBy: { role: 'asc' } },
} satisfies Prisma.UserSelect;

type Query = {
  /** Searched in names and email addresses. */
  search?: string;
  after?: string | undefined;
  /** Only people of this kind, or contacts of this account. */
  kind?: 'internal' | 'contact' | 'consumer';
  accountId?: string;
  /** Only active users who were granted this role. */
  role?: Role;
};

/** Larger numbers of groups are managed on each group's own page. */
const GROUPS = 200;

/** ADM-6 · Groups that a new user can join. */
export async function groupChoices(actor: Actor): Promise<{ id: string; name: string }[]> {
  enforce(mayAdminister(actor));
  return db().group.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' }, take: GROUPS });
}

/** ADM-6 · users by name, 50 a page; `next` is the `after` of the following page. */
export async function listUsers(actor: Actor, { search = '', after, kind, accountId, role }: Query = {}) {
  enforce(mayAdminister(actor));
  const words = searchInput(search);
  const parts = [
    ...(words === ''
      ? []
      : [Prisma.sql`(${holds(Prisma.sql`u.name`, words)} or ${holds(Prisma.sql`u.email`, words)})`]),
    ...(kind ? [Prisma.sql`u.kind = ${kind}::user_kind`] : []),
    ...(accountId ? [Prisma.sql`u.id in (select id from contacts where account_id = ${accountId}::uuid)`] : []),
    ...(role ? [Prisma.sql`u.active and u.id in (select user_id from user_roles where role = ${role})`] : []),
    ...(Uuid.safeParse(after).success
      ? [Prisma.sql`(u.name, u.id) > (select a.name, a.id from users a where a.id = ${after}::uuid)`]
      : []),
  ];
  const found = await db().$queryRaw<{ id: string }[]>`
    select u.id from users u where ${Prisma.join([Prisma.sql`true`, ...parts], ' and ')}
    order by u.name, u.id limit ${PAGE + 1}`;
  const users = await db().user.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    select: listed,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const page = users.slice(0, PAGE).map(({ contact, roles, ...user }) => ({
    ...user,
    account: contact?.account ?? null,
    roles: roles.map(({ role }) => role),
  }));
  return { users: page, next: users.length > PAGE ? page.at(-1)?.id : undefined };
}

/** ACC-7, ACC-14 · The password link that the actor may send this user; null if none. */
export async function offeredLink(actor: Actor, id: string): Promise<LinkPurpose | null> {
  const person = await db().user.findFirst({
    where: { id, active: true, email: { not: null } },
    select: { kind: true, passwordHash: true },
  });
  if (!person || !maySendPasswordLink(actor, person).ok) return null;
  return person.passwordHash ? 'reset' : 'invitation';
}

/** ADM-6 · The same check as in the command that deactivates a user. */
async function mayBeDeactivated(id: string): Promise<boolean> {
  const [before, after] = await Promise.all([countAdministrators(db()), countAdministrators(db(), id)]);
  return anAdministratorRemains({ before, after }).ok;
}

/** ADM-6 · A user with granted roles, all effective roles, and the origin of each. */
export async function userWithRoles(actor: Actor, id: string) {
  enforce(mayAdminister(actor));
  if (!Uuid.safeParse(id).success) throw notFound('user');
  const user = await db().user.findUnique({
    where: { id },
    select: {
      ...listed,
      audience: true,
      timeZone: true,
      unreachableSince: true,
      unreachableReason: true,
      createdAt: true,
      memberships: { select: { group: { select: { id: true, name: true } } } },
      _count: { select: { sessions: true } },
    },
  });
  if (!user) throw notFound('user');
  const { roles, contact, memberships, _count, ...person } = user;
  const granted = roles.map(({ role }) => role).filter(isRole);
  return {
    ...person,
    mayBeDeactivated: await mayBeDeactivated(id),
    account: contact?.account ?? null,
    groups: memberships.map(({ group }) => group),
    sessions: _count.sessions,
    granted,
    effective: roleOrigins(granted),
  };
}
