import { mayAdminister } from '#lib/access/policy.ts';
import { recordAudit } from '#lib/audit/record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { endSessionsOf } from '#lib/session/sessions.ts';
import { auditSubject, countAdministrators, lockAdministration, lockUser } from '../locks.ts';
import { mayHoldRoles } from '../rules/hold-roles.ts';
import { anAdministratorRemains } from '../rules/remove-administrator.ts';
import type { SetUserRoles } from '../schema.ts';

/** ACC-1, ACC-3, ADM-6, ADM-12 · gives a user exactly these roles; the user's sessions end. False: nothing changed. */
export async function setUserRoles(actor: Actor, { userId, roles }: SetUserRoles): Promise<boolean> {
  enforce(mayAdminister(actor));
  return transaction(async (tx) => {
    await lockAdministration(tx);
    const user = await lockUser(tx, userId);
    enforce(mayHoldRoles(user, roles));

    const held = await tx.userRole.findMany({ where: { userId }, select: { role: true }, orderBy: { role: 'asc' } });
    const oldValue = held.map(({ role }) => role).join(', ');
    const wanted = [...new Set(roles)].sort();
    const newValue = wanted.join(', ');
    if (oldValue === newValue) return false;

    const before = await countAdministrators(tx);
    await tx.userRole.deleteMany({ where: { userId, role: { notIn: wanted } } });
    const data = wanted.map((role) => ({ userId, role, audience: user.audience }));
    await tx.userRole.createMany({ data, skipDuplicates: true });
    enforce(anAdministratorRemains({ before, after: await countAdministrators(tx) }));

    await recordAudit(tx, actor, {
      action: 'user.roles-changed',
      subject: auditSubject(user),
      oldValue,
      newValue,
    });
    await endSessionsOf(tx, userId);
    return true;
  });
}
