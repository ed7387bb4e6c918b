import { type Db, Prisma } from '#lib/platform/db.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { anAdministratorRemains } from './rules/remove-administrator.ts';

/** Whatever may change who administers takes this lock first: two admins cannot remove each other at once (ADM-6). */
export async function lockAdministration(tx: Db): Promise<void> {
  await tx.$queryRaw`SELECT name FROM roles WHERE name = 'admin' FOR UPDATE`;
}

/** How many people can administer now, or could besides somebody. */
export function countAdministrators(tx: Db, besides?: string): Promise<number> {
  const user = { active: true, ...(besides ? { NOT: { id: besides } } : {}) };
  return tx.userRole.count({ where: { role: 'admin', user } });
}

/** ADM-6 · Carries out what may take the role of administrator from somebody; refused, and undone, if nobody would have it. */
export async function keepingAnAdministrator(tx: Db, change: () => Promise<unknown>): Promise<void> {
  const before = await countAdministrators(tx);
  await change();
  enforce(anAdministratorRemains({ before, after: await countAdministrators(tx) }));
}

/** The user, locked until the transaction ends. */
export async function lockUser(tx: Db, id: string) {
  await tx.$queryRaw`SELECT id FROM users WHERE id = ${id}::uuid FOR UPDATE`;
  const user = await tx.user.findUnique({
    where: { id },
    select: { id: true, name: true, email: true, audience: true, active: true, passwordHash: true, timeZone: true },
  });
  if (!user) throw notFound('user');
  return user;
}

/**
 * The members of groups, by their ids: until the transaction ends nobody deactivates them or takes a role from them. Whether
 * they are active and what they may is to be read after this, as somebody else may have changed it while this waited.
 */
export async function lockMembers(
  tx: Db,
  groupIds: readonly string[],
  lock = Prisma.sql`for key share of u`,
): Promise<string[]> {
  const members = await tx.$queryRaw<{ id: string }[]>`
    select u.id from users u where u.id in (select m.user_id from group_members m where m.group_id = any(${groupIds}::uuid[]))
    order by u.id ${lock}`;
  return members.map(({ id }) => id);
}

/** How the audit log names a user where nothing is undone: by email address. */
export function auditSubject({ id, email }: { id: string; email: string | null }): string {
  return email ?? id;
}
