import { randomBytes } from 'node:crypto';
import { mayUseTechnicianDay } from '#lib/access/field-service.ts';
import type { Person } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { hashOfSecret } from '../feed-secret.ts';

/** WO-18 · Creates a 256-bit secret for the actor's calendar feed and returns it once. The previous one stops working. */
export function renewFeed(actor: Person): Promise<string> {
  enforce(mayUseTechnicianDay(actor));
  const secret = randomBytes(32).toString('base64url');
  const made = { secretHash: hashOfSecret(secret), createdAt: now() };
  return transaction(async (tx) => {
    const userId = actor.id;
    await tx.technicianFeed.upsert({ where: { userId }, create: { userId, ...made }, update: made });
    return secret;
  });
}

/** WO-18 · Revokes the address of the actor's calendar feed. */
export async function revokeFeed(actor: Person): Promise<void> {
  enforce(mayUseTechnicianDay(actor));
  await transaction((tx) => tx.technicianFeed.deleteMany({ where: { userId: actor.id } }));
}
