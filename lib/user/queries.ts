import { z } from 'zod';
import { mayAdminister } from '#lib/access/policy.ts';
import { isRole, type Role } from '#lib/access/roles.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, type Prisma } from '#lib/platform/db.ts';
import { escapeLike, searchInput } from '#lib/platform/text-input.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { countAdministrators } from './locks.ts';
import { roleOrigins } from './role-origins.ts';
import { anAdministratorRemains } from './rules/remove-administrator.ts';

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
  /** Looked for in names and addresses. */
  search?: string;
  after?: string | undefined;
  /** Only people of this kind, or contacts of this account. */
  kind?: 'internal' | 'contact' | 'consumer';
  accountId?: string;
  /** Only the active users to whom it is granted. */
  role?: Role;
};

/** More are put together from the group's own page. */
const GROUPS = 200;

/** ADM-6 · the groups into which somebody new can be put. */
export async function groupChoices(actor: Actor): Promise<{ id: string; name: string }[]> {
  enforce(mayAdminister(actor));
  return db().group.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' }, take: GROUPS });
}

/** ADM-6 · users by name, 50 a page; `next` is the `after` of the following page. */
export async function listUsers(actor: Actor, { search = '', after, kind, accountId, role }: Query = {}) {
  enforce(mayAdminister(actor));
  const words = searchInput(search);
  const contains = { contains: escapeLike(words), mode: 'insensitive' } as const;
  const users = await db().user.findMany({
    where: {
      ...(words === '' ? {} : { OR: [{ name: contains }, { email: contains }] }),
      ...(kind ? { kind } : {}),
      ...(accountId ? { contact: { accountId } } : {}),
      ...(role ? { active: true, roles: { some: { role } } } : {}),
    },
    select: listed,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    ...(Uuid.safeParse(after).success ? { cursor: { id: after }, skip: 1 } : {}),
    take: PAGE + 1,
  });
  const page = users.slice(0, PAGE).map(({ contact, roles, ...user }) => ({
    ...user,
    account: contact?.account ?? null,
    roles: roles.map(({ role }) => role),
  }));
  return { users: page, next: users.length > PAGE ? page.at(-1)?.id : undefined };
}

/** ADM-6 · As the command asks that deactivates somebody. */
async function mayBeDeactivated(id: string): Promise<boolean> {
  const [before, after] = await Promise.all([countAdministrators(db()), countAdministrators(db(), id)]);
  return anAdministratorRemains({ before, after }).ok;
}

/** ADM-6 · one user: the granted roles, all that they give, and where each comes from. */
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
