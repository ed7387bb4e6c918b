import { maySendPasswordLink } from '#lib/access/customers.ts';
import { recordAudit } from '#lib/audit/record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, notFound, Refusal } from '#lib/platform/verdict.ts';
import type { LinkPurpose } from '#lib/session/link-purpose.ts';
import { sendPasswordLink } from '../send-password-link.ts';

/**
 * ACC-7, ACC-14 · Emails a user a link to choose a password: an invitation if they have none yet, otherwise a reset. Only the
 * user's own address receives it. Runs in the caller's transaction, for callers that also create the user.
 */
export async function invite(tx: Db, actor: Actor, userId: string): Promise<LinkPurpose> {
  await tx.$queryRaw`select id from users where id = ${userId}::uuid for update`;
  const user = await tx.user.findUnique({
    where: { id: userId },
    select: { id: true, name: true, kind: true, email: true, active: true, language: true, passwordHash: true },
  });
  if (!user) throw notFound('user');
  enforce(maySendPasswordLink(actor, user));
  const { name, email } = user;
  if (!email) throw new Refusal('ACC-7', `${name} has no email address to send the link to.`);
  if (!user.active) throw new Refusal('ACC-7', `${name} is not active and cannot sign in.`);
  const purpose = user.passwordHash ? 'reset' : 'invitation';
  await sendPasswordLink(tx, purpose, { ...user, email });
  await recordAudit(tx, actor, { action: 'user.link-sent', subject: email, newValue: purpose });
  return purpose;
}

/** ACC-7 · The same in its own transaction. */
export function sendLink(actor: Actor, { userId }: { userId: string }): Promise<LinkPurpose> {
  return transaction((tx) => invite(tx, actor, userId));
}
