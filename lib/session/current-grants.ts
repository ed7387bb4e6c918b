import { effectiveRoles } from '#lib/access/roles.ts';
import { type Actor, groupIdsOf } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';

/** Result of `currentGrants`; null for an inactive user and for the system itself. */
export type CurrentGrants = { roles: string[]; groupIds: string[] } | null;

/**
 * ACC-4 · The actor's current roles and groups, as JSON: `CurrentGrants`. Waits for a concurrent deactivation of the actor; an active
 * actor stays active until the transaction ends (`lockUser`).
 */
export const currentGrants = (actor: Actor) => Prisma.sql`(select json_build_object(
  'roles', array(select r.role from user_roles r where r.user_id = u.id),
  'groupIds', array(select g.group_id::text from group_members g where g.user_id = u.id)
) from users u where u.id = ${actor.id}::uuid and u.active for key share of u)`;

/** ACC-4 · Refuses if the actor was deactivated or lost a role or group since it was read. The system loses none. */
export function enforceGrantsUnchanged(actor: Actor, held: CurrentGrants): void {
  if (actor.id === null) return;
  const roles = effectiveRoles(held?.roles ?? []).union(actor.lent ?? new Set());
  const groups = new Set(held?.groupIds);
  if (held && actor.roles.isSubsetOf(roles) && groupIdsOf(actor).every((id) => groups.has(id))) return;
  throw new Refusal('ACC-4', 'Your permissions changed in the meantime, so nothing was saved.');
}
