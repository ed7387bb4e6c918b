import { now } from '#lib/platform/clock.ts';
import { type Db, db } from '#lib/platform/db.ts';

/** ACC-10 · how many failures are too many, and for how long they count. */
export const FAILURES_FROM_SOURCE = 10;
export const FAILURES_PER_ADDRESS = 100;
/** Many people may share one source, and mistype; nobody mistypes so often. */
export const FAILURES_PER_SOURCE = 1_000;
export const FAILURES_PER_DEVICE = 10;
export const FAILURES_OF_SET_UP = 50;
/** Links for a new password that are sent, to one address and for one source. */
export const LINKS_PER_ADDRESS = 5;
const LINKS_PER_SOURCE = 30;
export const BLOCK_MINUTES = 15;

type Limit = { key: string; failures: number };

/** `usedUp` is the key of the limit that refuses it; null: it is allowed. */
type Attempt = { usedUp: string | null; last: boolean; ids: string[]; cleared: string };

/** What is tried: an address, from where, and by which browser, if that has signed in with the address before. */
export type Guess = { address: string; source: string; device: string | null };

/**
 * ACC-10 · counts an attempt before the password is looked at, so that a thousand simultaneous guesses are a thousand
 * attempts. A browser that has signed in before has a count of its own: strangers cannot use it up.
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

/** ACC-9 · the same for the link of the set-up, which belongs to no address yet. */
export function beginSetUpAttempt(source: string): Promise<Attempt> {
  return count([{ key: `set-up:${source}`, failures: FAILURES_OF_SET_UP }]);
}

/** ACC-7 · the same for the links by which a password is chosen. */
export function beginLinkAttempt(source: string): Promise<Attempt> {
  return count([{ key: `link:${source}`, failures: FAILURES_OF_SET_UP }]);
}

/** ACC-7 · counts who asks for a link for a new password, whether the address is somebody's or not. */
export function beginLinkRequest(address: string, source: string): Promise<Attempt> {
  return count([
    { key: `forgot:${address}`, failures: LINKS_PER_ADDRESS },
    { key: `forgot-from:${source}`, failures: LINKS_PER_SOURCE },
  ]);
}

/** ACC-10 · the same for the current password of who is signed in, which failures at the sign-in page do not use up. */
export function beginPasswordCheck(userId: string): Promise<Attempt> {
  return count([{ key: `password:${userId}`, failures: FAILURES_PER_DEVICE }]);
}

/** `last` is true where this one, if it fails, is the last that is allowed. A success clears the first limit. */
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
  // A refused attempt does not prolong the block: who waits gets in again.
  if (usedUp) await db().signInAttempt.deleteMany({ where: { id: { in: ids } } });
  return { usedUp, last: left.includes(0), ids, cleared: limits[0].key };
}

/** A right password clears the failures of its own browser or source; those of strangers still count. */
export async function forgetAttempts(tx: Db, { ids, cleared }: Attempt): Promise<void> {
  await tx.signInAttempt.deleteMany({ where: { OR: [{ id: { in: ids } }, { key: cleared }] } });
}

/**
 * ACC-10 · counts what is tried while an address is blocked, in one row however much it is; of a source that is blocked
 * itself in one row for whatever addresses it tries.
 */
export async function countBlocked({ address, source }: Guess, { usedUp }: Attempt): Promise<void> {
  const subject = usedUp === keyOfSource(source) ? source : address;
  await db().$executeRaw`
    insert into blocked_sign_ins as b (address, attempts, last_source, since) values (${subject}, 1, ${source}, ${now()})
    on conflict (address) do update set attempts = b.attempts + 1, last_source = excluded.last_source`;
}

/** Failures, and counts of what was tried during a block, that are older than this no longer matter. */
export function blocksEndedBefore(at: Date): Date {
  return new Date(at.getTime() - BLOCK_MINUTES * 60_000);
}
