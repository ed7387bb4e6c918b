import { AsyncLocalStorage } from 'node:async_hooks';
import { type Db, db, Prisma } from './db.ts';

const ATTEMPTS = 5;

const outer = new AsyncLocalStorage<Db>();

/** Runs commands one after another in one transaction: all succeed, or none. */
export function inOneTransaction<T>(commands: () => Promise<T>): Promise<T> {
  return transaction((tx) => outer.run(tx, commands));
}

/** The surrounding transaction, or else the database, so that a read never takes a second connection. */
export const currentDb = (): Db => outer.getStore() ?? db();

/**
 * SYNC-0: everything an update causes runs in one transaction, which is retried as a whole after a deadlock or serialization
 * failure. `within`: an open transaction that the work joins.
 */
export async function transaction<T>(work: (tx: Db) => Promise<T>, within?: Db): Promise<T> {
  const tx = within ?? outer.getStore();
  // The outer transaction retries everything.
  if (tx) return work(tx);
  for (let attempt = 1; ; attempt++) {
    try {
      return await db().$transaction(work, { maxWait: 30_000, timeout: 120_000 });
    } catch (error) {
      if (attempt === ATTEMPTS || !mayBeTriedAgain(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 20 * Math.random()));
    }
  }
}

/** SYNC-5 · Reads one snapshot of the database. Takes no locks, waits for none, and fails on a write. */
export function snapshot<T>(read: (tx: Db) => Promise<T>): Promise<T> {
  return db().$transaction(
    async (tx) => {
      await tx.$executeRaw`set transaction read only`;
      return read(tx);
    },
    { isolationLevel: 'RepeatableRead', maxWait: 30_000, timeout: 120_000 },
  );
}

/** A value that was read before a lock has changed while waiting for it: the transaction starts again. */
export class ConcurrentChange extends Error {
  override name = 'ConcurrentChange';
}

const TRY_AGAIN = /deadlock detected|could not serialize|40P01|40001|write conflict/i;

function mayBeTriedAgain(error: unknown): boolean {
  if (error instanceof ConcurrentChange) return true;
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === 'P2034' || TRY_AGAIN.test(`${error.message} ${JSON.stringify(error.meta ?? {})}`);
}
