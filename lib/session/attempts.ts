import { now } from '#lib/platform/clock.ts';
import { type Db, db } from '#lib/platform/db.ts';

/** ACC-3 · how many failures are too many, and for how long they count. */
export const FAILURES_PER_ADDRESS = 10;
export const FAILURES_PER_SOURCE = 50;
export const BLOCK_MINUTES = 15;

type Attempt = { allowed: boolean; last: boolean; ids: string[]; addressKey: string | null };

type Limit = { key: string; failures: number };

const ofSource = (source: string): Limit => ({ key: `source:${source}`, failures: FAILURES_PER_SOURCE });

/**
 * ACC-3 · counts an attempt before the password is looked at, so that a thousand simultaneous guesses are a thousand
 * attempts. `last` is true where this one, if it fails, is the last that is allowed.
 */
export async function beginAttempt(email: string, source: string): Promise<Attempt> {
  const address = { key: `address:${email}`, failures: FAILURES_PER_ADDRESS };
  return { ...(await count([address, ofSource(source)])), addressKey: address.key };
}

/** ACC-9 · the same for the link of the set-up, which belongs to no address yet. */
export async function beginSetUpAttempt(source: string): Promise<Attempt> {
  return { ...(await count([ofSource(source)])), addressKey: null };
}

async function count(limits: readonly Limit[]): Promise<Omit<Attempt, 'addressKey'>> {
  const at = now();
  const data = limits.map(({ key }) => ({ key, at }));
  const counted = await db().signInAttempt.createManyAndReturn({ data, select: { id: true } });
  const ids = counted.map((attempt) => attempt.id);
  const since = new Date(at.getTime() - BLOCK_MINUTES * 60_000);
  const left: number[] = [];
  for (const { key, failures } of limits)
    left.push(failures - (await db().signInAttempt.count({ where: { key, at: { gt: since } } })));
  const allowed = left.every((attempts) => attempts >= 0);
  // A refused attempt does not prolong the block: who waits gets in again.
  if (!allowed) await db().signInAttempt.deleteMany({ where: { id: { in: ids } } });
  return { allowed, last: left.includes(0), ids };
}

/** A right password clears the failures of its address, and only this attempt of its source. */
export async function forgetAttempts(tx: Db, { ids, addressKey }: Attempt): Promise<void> {
  const ofAddress = addressKey ? [{ key: addressKey }] : [];
  await tx.signInAttempt.deleteMany({ where: { OR: [{ id: { in: ids } }, ...ofAddress] } });
}
