import { publishSessionsEnded } from '#lib/live/publish.ts';
import { now } from '#lib/platform/clock.ts';
import type { Db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';

/** How long a session lives, in seconds, however much it is used. */
export const SESSION_SECONDS = 8 * 3600;

/** ACC-3 · opens a session; the cookie carries nothing but its id. */
export async function startSession(tx: Db, userId: string): Promise<string> {
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + SESSION_SECONDS * 1000);
  const session = await tx.session.create({ data: { userId, createdAt, expiresAt }, select: { id: true } });
  return session.id;
}

/** ACC-3 · ends one session, its open streams included. */
export function endSession(sid: string): Promise<void> {
  return transaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { id: sid }, select: { userId: true } });
    if (!session) return;
    await tx.session.deleteMany({ where: { id: sid } });
    await publishSessionsEnded(tx, session.userId);
  });
}

/** ACC-3 · ends every session of a user, everywhere and at once; answers how many there were. */
export async function endSessionsOf(tx: Db, userId: string): Promise<number> {
  const { count } = await tx.session.deleteMany({ where: { userId } });
  if (count > 0) await publishSessionsEnded(tx, userId);
  return count;
}
