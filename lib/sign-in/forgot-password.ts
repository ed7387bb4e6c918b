import { recordAudit } from '#lib/audit/record.ts';
import { refuse } from '#lib/platform/refuse.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { enqueue } from '#lib/queue/enqueue.ts';
import { BLOCK_MINUTES, beginLinkRequest } from '#lib/session/attempts.ts';
import { addressOf } from '#lib/session/sign-in.ts';

/**
 * ACC-7 · Requests a password reset link. Only a job looks up the address: answer and timing are the same for every address.
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
