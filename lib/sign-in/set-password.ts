import { recordAudit } from '#lib/audit/record.ts';
import { now } from '#lib/platform/clock.ts';
import { refuse } from '#lib/platform/refuse.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, refusalOf } from '#lib/platform/verdict.ts';
import { BLOCK_MINUTES, beginLinkAttempt, forgetAttempts } from '#lib/session/attempts.ts';
import { lockUser } from '#lib/session/locks.ts';
import { consumeLink, holderOfLink, type LinkHolder } from '#lib/session/one-time-token.ts';
import { hashPassword, verifyPassword } from '#lib/session/password.ts';
import { mayUsePassword } from '#lib/session/rules/use-password.ts';
import type { SetPassword } from '#lib/session/schema.ts';
import { endSessionsOf, startSession } from '#lib/session/sessions.ts';

const deadLink = () => refusalOf(refuse('ACC-7', { key: 'link.used', params: {} }));

const how = { reset: 'by a link for a new password', invitation: 'by an invitation' } as const;

/**
 * ACC-7, ACC-3, ACC-11 · Sets the link user's password, uses the link up, ends all sessions and starts one. Hashing is slow, so
 * it runs only for a valid link. Invalid links count against their source.
 */
export async function setPasswordByLink(
  { purpose, token, password }: Pick<SetPassword, 'purpose' | 'token' | 'password'>,
  { source, userAgent = '' }: { source: string; userAgent?: string },
): Promise<LinkHolder & { sid: string }> {
  const attempt = await beginLinkAttempt(source);
  if (attempt.usedUp) enforce(refuse('ACC-3', { key: 'sign-in.blocked', params: { minutes: BLOCK_MINUTES } }));
  const holder = await holderOfLink(purpose, token);
  if (!holder) throw deadLink();
  const { email } = holder;
  enforce(mayUsePassword({ password, email }));
  if (holder.passwordHash && (await verifyPassword(password, holder.passwordHash)))
    enforce(refuse('ACC-11', { key: 'password.current', params: {} }, 'password'));
  const passwordHash = await hashPassword(password);
  return transaction(async (tx) => {
    const user = await lockUser(tx, holder.id);
    if (!user.active || !(await consumeLink(tx, purpose, token))) throw deadLink();
    await forgetAttempts(tx, attempt);
    await tx.user.update({ where: { id: user.id }, data: { passwordHash, updatedAt: now() } });
    const newValue = `${how[purpose]}, from ${source}`;
    await recordAudit(tx, user, { action: 'user.password-changed', subject: email, newValue });
    await endSessionsOf(tx, user.id, 'password');
    return { ...holder, sid: await startSession(tx, user.id, { source, userAgent }) };
  });
}
