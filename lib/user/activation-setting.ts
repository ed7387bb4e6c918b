import { releaseApprovals } from '#lib/approval/release.ts';
import { now } from '#lib/platform/clock.ts';
import { yes } from '#lib/platform/verdict.ts';
import type { Setting } from '#lib/property/change-setting.ts';
import { ensureAdministratorRemains, lockAdministration, lockUser } from '#lib/session/locks.ts';
import { endSessionsOf } from '#lib/session/sessions.ts';

/** ACC-3, ADM-6, ADM-12 · Whether a user can sign in, by user id. Deactivation ends all sessions of the user. */
export const activationSetting: Setting<boolean> = {
  action: 'user.activation-changed',
  parse: (logged) => (typeof logged === 'boolean' ? logged : null),
  async lock(tx, userId) {
    await lockAdministration(tx);
    return (await lockUser(tx, userId)).active;
  },
  check: () => yes,
  async write(tx, userId, active) {
    await ensureAdministratorRemains(tx, () =>
      tx.user.update({ where: { id: userId }, data: { active, updatedAt: now() } }),
    );
    if (!active) await endSessionsOf(tx, userId, 'administrator');
    await releaseApprovals(tx, userId);
  },
};
