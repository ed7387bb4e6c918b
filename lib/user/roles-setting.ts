import { z } from 'zod';
import { mayHoldRoles } from '#lib/access/hold-roles.ts';
import { isRole, type Role } from '#lib/access/roles.ts';
import { releaseApprovals } from '#lib/approval/release.ts';
import type { Setting } from '#lib/property/change-setting.ts';
import { ensureAdministratorRemains, lockAdministration, lockUser } from '#lib/session/locks.ts';
import { endSessionsOf } from '#lib/session/sessions.ts';

const LoggedRoles = z.array(z.string().refine((name): name is Role => isRole(name)));

/** ACC-1, ACC-3, ADM-6, ADM-12 · A user's granted roles, by user id, sorted by name. */
export const rolesSetting: Setting<Role[]> = {
  action: 'user.roles-changed',
  parse: (logged) => LoggedRoles.safeParse(logged).data ?? null,
  async lock(tx, userId) {
    await lockAdministration(tx);
    const { id } = await lockUser(tx, userId);
    const granted = await tx.userRole.findMany({ where: { userId: id }, orderBy: { role: 'asc' } });
    return granted
      .map(({ role }) => role)
      .filter(isRole)
      .sort();
  },
  async check(tx, userId, roles) {
    return mayHoldRoles(await lockUser(tx, userId), roles);
  },
  async write(tx, userId, roles) {
    const { audience } = await lockUser(tx, userId);
    await ensureAdministratorRemains(tx, async () => {
      await tx.userRole.deleteMany({ where: { userId, role: { notIn: roles } } });
      await tx.userRole.createMany({ data: roles.map((role) => ({ userId, role, audience })), skipDuplicates: true });
    });
    await endSessionsOf(tx, userId, 'administrator');
    await releaseApprovals(tx, userId);
  },
};
