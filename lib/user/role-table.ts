import { mayAdminister } from '#lib/access/policy.ts';
import { effectiveRoles, type Role, roleNames, roles } from '#lib/access/roles.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';

export type ListedRole = {
  name: Role;
  audience: 'internal' | 'external';
  contains: readonly Role[];
  /** What it gives through the roles that it contains, these left out. */
  through: Role[];
  /** Active users to whom it is granted. */
  holders: number;
};

/** ADM-6 · Every role with what it contains and how many people it is granted to. */
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
