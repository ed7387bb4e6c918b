import { recordAudit } from '#lib/audit/record.ts';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { blocksEndedBefore } from './attempts.ts';

/** ACC-7 · Job: deletes expired sessions, one-time tokens and counted sign-in attempts. */
export async function expireSessions(at: Date): Promise<string> {
  const sessions = await db().session.deleteMany({ where: { expiresAt: { lte: at } } });
  await db().oneTimeToken.deleteMany({ where: { expiresAt: { lte: at } } });
  await db().signInAttempt.deleteMany({ where: { at: { lte: blocksEndedBefore(at) } } });
  await auditBlocked(at);
  return `${sessions.count} expired sessions removed`;
}

type Blocked = { address: string; attempts: number; last_source: string };

/** ACC-10, ADM-12 · Writes one audit entry per block, with the number of attempts made during it. */
async function auditBlocked(at: Date): Promise<void> {
  await transaction(async (tx) => {
    const ended = await tx.$queryRaw<Blocked[]>`
      delete from blocked_sign_ins where since <= ${blocksEndedBefore(at)} returning address, attempts, last_source`;
    for (const { address, attempts, last_source } of ended) {
      const newValue = `${attempts} while blocked, the last from ${last_source}`;
      await recordAudit(tx, null, { action: 'sign-in.blocked', subject: address, newValue });
    }
  });
}
