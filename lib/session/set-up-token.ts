import { createHash, randomBytes } from 'node:crypto';
import { now } from '#lib/platform/clock.ts';
import { type Db, db } from '#lib/platform/db.ts';

const PURPOSE = 'set-up';
const LIFE_HOURS = 24;

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** ACC-9 · Creates a 256-bit token, valid for 24 hours; the database keeps only its hash. */
export async function makeSetUpToken(tx: Db): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now().getTime() + LIFE_HOURS * 3_600_000);
  await tx.oneTimeToken.create({ data: { hash: hashOf(token), purpose: PURPOSE, expiresAt } });
  return token;
}

/** Whether the set-up link is valid. */
export async function isSetUpToken(token: string): Promise<boolean> {
  const living = await db().oneTimeToken.findFirst({ where: livingToken(token), select: { hash: true } });
  return living !== null;
}

/** Uses the token up; false if it is used, expired or unknown. */
export async function useSetUpToken(tx: Db, token: string): Promise<boolean> {
  const { count } = await tx.oneTimeToken.updateMany({ where: livingToken(token), data: { usedAt: now() } });
  return count === 1;
}

function livingToken(token: string) {
  return { hash: hashOf(token), purpose: PURPOSE, usedAt: null, expiresAt: { gt: now() } };
}
