import { type Db, Prisma } from '#lib/platform/db.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { anAdministratorRemains } from './rules/remove-administrator.ts';

/** Take this lock before any change to administrators: two admins cannot remove each other at once (ADM-6). */
export async function lockAdministration(tx: Db): Promise<void> {
  await tx.$queryRaw`SELECT name FROM roles WHERE name = 'admin' FOR UPDATE`;
}

/** Number of active administrators, without `besides`. */
export function countAdministrators(tx: Db, besides?: string): Promise<number> {
  const user = { active: true, ...(besides ? { NOT: { id: besides } } : {}) };
  return tx.userRole.count({ where: { role: 'admin', user } });
}

/** ADM-6 · Runs a change that may remove an administrator. Refuses and rolls back if none would remain. */
export async function ensureAdministratorRemains(tx: Db, change: () => Promise<unknown>): Promise<void> {
  const before = await countAdministrators(tx);
  await change();
  enforce(anAdministratorRemains({ before, after: await countAdministrators(tx) }));
}

/** Locks the user until the transaction ends. */
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
 * Locks group members: nobody can deactivate them or remove their roles until the transaction ends. Read their status and roles
 * after this, as another transaction may have changed them while this one waited.
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

/** Audit log name of a user, for actions without undo: the email address. */
export function auditSubject({ id, email }: { id: string; email: string | null }): string {
  return email ?? id;
}
