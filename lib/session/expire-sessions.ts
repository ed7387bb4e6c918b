import { db } from '#lib/platform/db.ts';
import { BLOCK_MINUTES } from './attempts.ts';

/** ACC-7 · the job that clears what time has ended: sessions, one-time tokens and counted sign-in attempts. */
export async function expireSessions(at: Date): Promise<string> {
  const sessions = await db().session.deleteMany({ where: { expiresAt: { lte: at } } });
  await db().oneTimeToken.deleteMany({ where: { expiresAt: { lte: at } } });
  await db().signInAttempt.deleteMany({ where: { at: { lte: new Date(at.getTime() - BLOCK_MINUTES * 60_000) } } });
  return `${sessions.count} expired sessions removed`;
}
