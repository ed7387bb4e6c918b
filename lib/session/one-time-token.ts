import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { now } from '#lib/platform/clock.ts';
import { type Db, db } from '#lib/platform/db.ts';
import { authSecret } from '#lib/platform/env.ts';
import { LINK_HOURS, type LinkPurpose } from './link-purpose.ts';

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * ACC-7 · A 256-bit link token, derived from the email's `seed` and the server's secret. The database holds only a seed and a
 * hash, so it cannot open a link by itself.
 */
export function tokenOf(purpose: LinkPurpose, seed: string): string {
  const key = Buffer.from(hkdfSync('sha256', authSecret(), '', 'casebridge.one-time-link', 32));
  return createHmac('sha256', key).update(`${purpose} ${seed}`).digest('base64url');
}

/** ACC-7 · Creates a link that replaces the user's previous one for this purpose; returns its token's seed. */
export async function makeLink(tx: Db, purpose: LinkPurpose, userId: string): Promise<string> {
  const seed = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now().getTime() + LINK_HOURS[purpose] * 3_600_000);
  const link = { hash: hashOf(tokenOf(purpose, seed)), expiresAt, usedAt: null };
  const whose = { userId, purpose };
  await tx.oneTimeToken.upsert({ where: { userId_purpose: whose }, create: { ...whose, ...link }, update: link });
  return seed;
}

export type LinkHolder = { id: string; email: string; audience: 'internal' | 'external'; passwordHash: string | null };

/** ACC-7 · The link's user; null if the link is used, expired or unknown, or the user is inactive. Uses nothing up. */
export async function holderOfLink(purpose: LinkPurpose, token: string): Promise<LinkHolder | null> {
  const link = await db().oneTimeToken.findFirst({
    where: { ...livingLink(purpose, token), user: { active: true } },
    select: { user: { select: { id: true, email: true, audience: true, passwordHash: true } } },
  });
  return link?.user?.email ? { ...link.user, email: link.user.email } : null;
}

/** ACC-7 · What the link's page shows; null if the link no longer works. */
export async function linkOf(
  purpose: LinkPurpose,
  token: string | string[] | undefined,
): Promise<{ token: string; email: string } | null> {
  const holder = typeof token === 'string' ? await holderOfLink(purpose, token) : null;
  return holder && { token: String(token), email: holder.email };
}

/** Uses the link up; false if it was used at the same time or has expired since. */
export async function consumeLink(tx: Db, purpose: LinkPurpose, token: string): Promise<boolean> {
  const { count } = await tx.oneTimeToken.updateMany({ where: livingLink(purpose, token), data: { usedAt: now() } });
  return count === 1;
}

function livingLink(purpose: LinkPurpose, token: string) {
  return { hash: hashOf(token), purpose, usedAt: null, expiresAt: { gt: now() } };
}
