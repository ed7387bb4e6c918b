import { effectiveRoles, type Role, roleNames } from '#lib/access/roles.ts';

export type HeldRole = {
  role: Role;
  granted: boolean;
  /** The granted roles that contain it. */
  through: Role[];
};

/** ADM-6 · Every role that a user has, and where each comes from. */
export function roleOrigins(granted: readonly Role[]): HeldRole[] {
  const held = effectiveRoles(granted);
  return roleNames
    .filter((role) => held.has(role))
    .map((role) => ({
      role,
      granted: granted.includes(role),
      through: granted.filter((other) => other !== role && effectiveRoles([other]).has(role)),
    }));
}
