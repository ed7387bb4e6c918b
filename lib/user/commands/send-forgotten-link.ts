import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { sendPasswordLink } from '../send-password-link.ts';

/** ACC-7 · Job behind *Forgot your password?*: sends a link only to an active user who has a password. */
export async function sendForgottenLink(_actor: Actor, { address }: { address: string }): Promise<void> {
  await transaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { email: address, active: true, passwordHash: { not: null } },
      select: { id: true, language: true },
    });
    if (user) await sendPasswordLink(tx, 'reset', { ...user, email: address });
  });
}
