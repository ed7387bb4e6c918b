import { mayAdminister } from '#lib/access/policy.ts';
import { recordAudit } from '#lib/audit/record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { endSessionsOf } from '#lib/session/sessions.ts';
import { auditSubject, countAdministrators, lockAdministration, lockUser } from '../locks.ts';
import { anAdministratorRemains } from '../rules/remove-administrator.ts';
import type { SetUserActive } from '../schema.ts';

/** ACC-3, ADM-6, ADM-12 · lets a user in, or out: then every session of the user ends. False: nothing changed. */
export async function setUserActive(actor: Actor, { userId, active }: SetUserActive): Promise<boolean> {
  enforce(mayAdminister(actor));
  return transaction(async (tx) => {
    await lockAdministration(tx);
    const user = await lockUser(tx, userId);
    if (user.active === active) return false;

    const before = await countAdministrators(tx);
    await tx.user.update({ where: { id: userId }, data: { active, updatedAt: now() } });
    enforce(anAdministratorRemains({ before, after: await countAdministrators(tx) }));

    await recordAudit(tx, actor, {
      action: active ? 'user.activated' : 'user.deactivated',
      subject: auditSubject(user),
      oldValue: String(user.active),
      newValue: String(active),
    });
    if (!active) await endSessionsOf(tx, userId);
    return true;
  });
}
