import { recordAudit } from '#lib/audit/record.ts';
import { refuse } from '#lib/platform/refuse.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { enqueue } from '#lib/queue/enqueue.ts';
import { BLOCK_MINUTES, beginLinkRequest } from '#lib/session/attempts.ts';
import { addressOf } from '#lib/session/sign-in.ts';

/**
 * ACC-7 · Asks for a link for a new password. Whose address it is, and whether anybody's, is looked at by a job alone: the answer
 * and its time are the same for all addresses.
 */
export async function forgotPassword(email: string, source: string): Promise<void> {
  const address = addressOf(email);
  const attempt = await beginLinkRequest(address, source);
  if (attempt.usedUp) enforce(refuse('ACC-3', { key: 'sign-in.blocked', params: { minutes: BLOCK_MINUTES } }));
  await transaction(async (tx) => {
    await recordAudit(tx, null, { action: 'password.link-asked', subject: address, newValue: `from ${source}` });
    await enqueue(tx, 'send-password-link', { address });
  });
}
