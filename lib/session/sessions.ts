import { publishSessionsEnded } from '#lib/announce/publish.ts';
import { SESSION_HOURS, type SessionEnd } from '#lib/announce/session-end.ts';
import { now } from '#lib/platform/clock.ts';
import type { Db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';

export const SESSION_SECONDS = SESSION_HOURS * 3600;

/** ACC-12 · Maximum concurrent sessions per user. */
export const SESSIONS_PER_PERSON = 20;

/** The browser's user agent and address. */
export type Origin = { source: string; userAgent: string };

const nowhere: Origin = { source: '', userAgent: '' };

/** ACC-3, ACC-12 · Opens a session and ends the oldest if there are too many. The cookie contains only its id. */
export async function startSession(tx: Db, userId: string, { source, userAgent }: Origin = nowhere): Promise<string> {
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + SESSION_SECONDS * 1000);
  const session = await tx.session.create({
    data: { userId, createdAt, expiresAt, source: storedText(source, 100), userAgent: storedText(userAgent, 300) },
    select: { id: true },
  });
  await endOldest(tx, userId);
  return session.id;
}

const storedText = (text: string, most: number) => text.replaceAll('\0', '').toWellFormed().slice(0, most);

async function endOldest(tx: Db, userId: string): Promise<void> {
  const newestFirst = [{ createdAt: 'desc' }, { id: 'desc' }] as const;
  const select = { id: true };
  const tooMany = await tx.session.findMany({
    where: { userId },
    orderBy: [...newestFirst],
    skip: SESSIONS_PER_PERSON,
    select,
  });
  if (tooMany.length === 0) return;
  await tx.session.deleteMany({ where: { id: { in: tooMany.map(({ id }) => id) } } });
  await publishSessionsEnded(tx, userId, 'unknown');
}

/** ACC-3 · Ends one session and its open streams. */
export function endSession(sid: string): Promise<void> {
  return transaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { id: sid }, select: { userId: true } });
    if (!session) return;
    await tx.session.deleteMany({ where: { id: sid } });
    await publishSessionsEnded(tx, session.userId, 'signed-out');
  });
}

/** ACC-3 · Ends all sessions of a user immediately; returns how many there were. */
export async function endSessionsOf(tx: Db, userId: string, because: SessionEnd): Promise<number> {
  const { count } = await tx.session.deleteMany({ where: { userId } });
  if (count > 0) await publishSessionsEnded(tx, userId, because);
  return count;
}
