import { now } from '#lib/platform/clock.ts';
import { type Db, db } from '#lib/platform/db.ts';

/** ACC-3 · how many failures are too many, and for how long they count. */
export const FAILURES_PER_ADDRESS = 10;
export const FAILURES_PER_SOURCE = 50;
export const BLOCK_MINUTES = 15;

type Attempt = { allowed: boolean; last: boolean; ids: string[]; addressKey: string };

/**
 * ACC-3 · counts an attempt before the password is looked at, so that a thousand simultaneous guesses are a thousand
 * attempts. `last` is true where this one, if it fails, is the last that is allowed.
 */
export async function beginAttempt(email: string, source: string): Promise<Attempt> {
  const addressKey = `address:${email}`;
  const sourceKey = `source:${source}`;
  const at = now();
  const counted = await db().signInAttempt.createManyAndReturn({
    data: [
      { key: addressKey, at },
      { key: sourceKey, at },
    ],
    select: { id: true },
  });
  const ids = counted.map((attempt) => attempt.id);
  const since = new Date(at.getTime() - BLOCK_MINUTES * 60_000);
  const ofAddress = await db().signInAttempt.count({ where: { key: addressKey, at: { gt: since } } });
  const ofSource = await db().signInAttempt.count({ where: { key: sourceKey, at: { gt: since } } });
  const allowed = ofAddress <= FAILURES_PER_ADDRESS && ofSource <= FAILURES_PER_SOURCE;
  // A refused attempt does not prolong the block: who waits gets in again.
  if (!allowed) await db().signInAttempt.deleteMany({ where: { id: { in: ids } } });
  return { allowed, last: ofAddress === FAILURES_PER_ADDRESS || ofSource === FAILURES_PER_SOURCE, ids, addressKey };
}

/** A right password clears the failures of its address, and only this attempt of its source. */
export async function forgetAttempts(tx: Db, { ids, addressKey }: Attempt): Promise<void> {
  await tx.signInAttempt.deleteMany({ where: { OR: [{ id: { in: ids } }, { key: addressKey }] } });
}
