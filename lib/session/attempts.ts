import { now } from '#lib/platform/clock.ts';
import { type Db, db } from '#lib/platform/db.ts';

/** ACC-10 · Failure limits, and the time for which failures count. */
export const FAILURES_FROM_SOURCE = 10;
export const FAILURES_PER_ADDRESS = 100;
/** Many users may share one source and mistype, but not this often. */
export const FAILURES_PER_SOURCE = 1_000;
export const FAILURES_PER_DEVICE = 10;
export const FAILURES_OF_SET_UP = 50;
/** Password reset links sent per address and per source. */
export const LINKS_PER_ADDRESS = 5;
const LINKS_PER_SOURCE = 30;
export const BLOCK_MINUTES = 15;

type Limit = { key: string; failures: number };

/** `usedUp` is the key of the exceeded limit; null if the attempt is allowed. */
type Attempt = { usedUp: string | null; last: boolean; ids: string[]; cleared: string };

/** A sign-in attempt: the address, its source, and the browser if it has signed in with this address before. */
export type Guess = { address: string; source: string; device: string | null };

/**
 * ACC-10 · Counts an attempt before the password is checked, so a thousand simultaneous guesses count as a thousand. A browser
 * that has signed in before has its own limit, which strangers cannot use up.
 */
export function beginAttempt({ address, source, device }: Guess): Promise<Attempt> {
  if (device) return count([{ key: `device:${device} ${address}`, failures: FAILURES_PER_DEVICE }]);
  return count([
    { key: `from:${source} ${address}`, failures: FAILURES_FROM_SOURCE },
    { key: `address:${address}`, failures: FAILURES_PER_ADDRESS },
    { key: keyOfSource(source), failures: FAILURES_PER_SOURCE },
  ]);
}

const keyOfSource = (source: string) => `source:${source}`;

/** ACC-9 · The same for the set-up link, which has no address yet. */
export function beginSetUpAttempt(source: string): Promise<Attempt> {
  return count([{ key: `set-up:${source}`, failures: FAILURES_OF_SET_UP }]);
}

/** ACC-7 · The same for links to choose a password. */
export function beginLinkAttempt(source: string): Promise<Attempt> {
  return count([{ key: `link:${source}`, failures: FAILURES_OF_SET_UP }]);
}

/** ACC-7 · Counts requests for a password reset link, whether or not the address has a user. */
export function beginLinkRequest(address: string, source: string): Promise<Attempt> {
  return count([
    { key: `forgot:${address}`, failures: LINKS_PER_ADDRESS },
    { key: `forgot-from:${source}`, failures: LINKS_PER_SOURCE },
  ]);
}

/** ACC-10 · The same for a signed-in user's current password. Failures on the sign-in page do not count here. */
export function beginPasswordCheck(userId: string): Promise<Attempt> {
  return count([{ key: `password:${userId}`, failures: FAILURES_PER_DEVICE }]);
}

/** `last` is true if this is the last attempt allowed before the limit. A success clears the first limit. */
async function count(limits: readonly [Limit, ...Limit[]]): Promise<Attempt> {
  const at = now();
  const data = limits.map(({ key }) => ({ key, at }));
  const counted = await db().signInAttempt.createManyAndReturn({ data, select: { id: true } });
  const ids = counted.map((attempt) => attempt.id);
  const since = blocksEndedBefore(at);
  const left: number[] = [];
  for (const { key, failures } of limits)
    left.push(failures - (await db().signInAttempt.count({ where: { key, at: { gt: since } } })));
  const usedUp = limits.find((_limit, index) => (left[index] ?? 0) < 0)?.key ?? null;
  // A refused attempt does not prolong the block: a user who waits can sign in again.
  if (usedUp) await db().signInAttempt.deleteMany({ where: { id: { in: ids } } });
  return { usedUp, last: left.includes(0), ids, cleared: limits[0].key };
}

/** A correct password clears the failures of its browser or source. Failures from other sources still count. */
export async function forgetAttempts(tx: Db, { ids, cleared }: Attempt): Promise<void> {
  await tx.signInAttempt.deleteMany({ where: { OR: [{ id: { in: ids } }, { key: cleared }] } });
}

/**
 * ACC-10 · Counts attempts while an address is blocked, in one row per address. While the source itself is blocked, one row
 * covers all addresses that it tries.
 */
export async function countBlocked({ address, source }: Guess, { usedUp }: Attempt): Promise<void> {
  const subject = usedUp === keyOfSource(source) ? source : address;
  await db().$executeRaw`
    insert into blocked_sign_ins as b (address, attempts, last_source, since) values (${subject}, 1, ${source}, ${now()})
    on conflict (address) do update set attempts = b.attempts + 1, last_source = excluded.last_source`;
}

/** Failures and blocked attempts older than this no longer count. */
export function blocksEndedBefore(at: Date): Date {
  return new Date(at.getTime() - BLOCK_MINUTES * 60_000);
}
