import { mayAdminister } from '#lib/access/policy.ts';
import { effectiveRoles, type Role, roleNames, roles } from '#lib/access/roles.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';

export type ListedRole = {
  name: Role;
  audience: 'internal' | 'external';
  contains: readonly Role[];
  /** Roles that it gives only through the roles that it contains. */
  through: Role[];
  /** Number of active users who were granted it. */
  holders: number;
};

/** ADM-6 · Every role with the roles that it contains and its number of users. */
export async function listRoles(actor: Actor): Promise<ListedRole[]> {
  enforce(mayAdminister(actor));
  const counted = await db().userRole.groupBy({ by: ['role'], where: { user: { active: true } }, _count: true });
  const holders = new Map(counted.map(({ role, _count }) => [role, _count]));
  return roleNames.map((name) => ({
    name,
    audience: roles[name].audience,
    contains: roles[name].contains,
    through: [...effectiveRoles([name])].filter((role) => role !== name && !roles[name].contains.includes(role)),
    holders: holders.get(name) ?? 0,
  }));
}
