import { effectiveRoles } from '#lib/access/roles.ts';
import { type Actor, groupIdsOf } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';

/** What `currentGrants` tells; null for who is active no longer, and for the product itself. */
export type Held = { roles: string[]; groupIds: string[] } | null;

/**
 * ACC-4 · The roles and groups of an actor at this moment, as JSON: a `Held`. Whoever is being deactivated is waited for, and
 * who is not stays active until the transaction ends (`lockUser`).
 */
export const currentGrants = (actor: Actor) => Prisma.sql`(select json_build_object(
  'roles', array(select r.role from user_roles r where r.user_id = u.id),
  'groupIds', array(select g.group_id::text from group_members g where g.user_id = u.id)
) from users u where u.id = ${actor.id}::uuid and u.active for key share of u)`;

/** ACC-4 · Refused for who was deactivated, or lost a role or group, since the actor was read; the product itself loses nothing. */
export function enforceGrantsUnchanged(actor: Actor, held: Held): void {
  if (actor.id === null) return;
  const roles = effectiveRoles(held?.roles ?? []).union(actor.lent ?? new Set());
  const groups = new Set(held?.groupIds);
  if (held && actor.roles.isSubsetOf(roles) && groupIdsOf(actor).every((id) => groups.has(id))) return;
  throw new Refusal('ACC-4', 'Your permissions changed in the meantime, so nothing was saved.');
}
