import { recordAudit } from '#lib/audit/record.ts';
import type { Person } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, Refusal } from '#lib/platform/verdict.ts';
import { BLOCK_MINUTES, beginPasswordCheck, forgetAttempts } from '#lib/session/attempts.ts';
import { auditSubject } from '#lib/session/locks.ts';
import { hashPassword, verifyPassword } from '#lib/session/password.ts';
import { mayUsePassword } from '#lib/session/rules/use-password.ts';
import { endSessionsOf } from '#lib/session/sessions.ts';
import type { ChangeOwnPassword } from '../schema.ts';

/** ACC-3, ACC-11 · Changes the user's own password and ends all their sessions. Guesses at the old password are limited. */
export async function changeOwnPassword(
  actor: Person,
  { currentPassword, newPassword }: Pick<ChangeOwnPassword, 'currentPassword' | 'newPassword'>,
): Promise<void> {
  const user = await db().user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { id: true, email: true, passwordHash: true },
  });
  const { email } = user;
  enforce(mayUsePassword({ password: newPassword, email, current: currentPassword, field: 'newPassword' }));

  const attempt = await beginPasswordCheck(user.id);
  if (attempt.usedUp) throw new Refusal('ACC-3', `Too many attempts. Try again in ${BLOCK_MINUTES} minutes.`);
  if (!(await verifyPassword(currentPassword, user.passwordHash)))
    throw new Refusal('ACC-3', 'The current password is wrong.', { field: 'currentPassword' });

  const passwordHash = await hashPassword(newPassword);
  await transaction(async (tx) => {
    await forgetAttempts(tx, attempt);
    const { count } = await tx.user.updateMany({
      where: { id: user.id, passwordHash: user.passwordHash },
      data: { passwordHash, updatedAt: now() },
    });
    if (count === 0) throw new Refusal('ACC-3', 'Your password has been changed since. Sign in with the new one.');
    await recordAudit(tx, actor, { action: 'user.password-changed', subject: auditSubject(user) });
    await endSessionsOf(tx, user.id, 'password');
  });
}
