import { AsyncLocalStorage } from 'node:async_hooks';
import { type Db, db, Prisma } from './db.ts';

const ATTEMPTS = 5;

const outer = new AsyncLocalStorage<Db>();

/** Runs commands one after another in one transaction: all of them happen, or none. */
export function together<T>(commands: () => Promise<T>): Promise<T> {
  return transaction((tx) => outer.run(tx, commands));
}

/** The transaction that runs around a call, or else the database: a read takes no second connection while a call holds one. */
export const around = (): Db => outer.getStore() ?? db();

/**
 * SYNC-0: everything an update causes is in one transaction; a deadlock or serialization failure is tried again whole. `within`: a
 * transaction that is open already, of which the work becomes a part.
 */
export async function transaction<T>(work: (tx: Db) => Promise<T>, within?: Db): Promise<T> {
  const tx = within ?? outer.getStore();
  // Who opened it tries all of it again.
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

/** SYNC-5 · Reads what the database holds at one moment. Locks nothing, waits for nobody, and fails where something is written. */
export function snapshot<T>(read: (tx: Db) => Promise<T>): Promise<T> {
  return db().$transaction(
    async (tx) => {
      await tx.$executeRaw`set transaction read only`;
      return read(tx);
    },
    { isolationLevel: 'RepeatableRead', maxWait: 30_000, timeout: 120_000 },
  );
}

/** What was read before a lock has changed while waiting for it: the transaction begins anew. */
export class ChangedMeanwhile extends Error {
  override name = 'ChangedMeanwhile';
}

const TRY_AGAIN = /deadlock detected|could not serialize|40P01|40001|write conflict/i;

function mayBeTriedAgain(error: unknown): boolean {
  if (error instanceof ChangedMeanwhile) return true;
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === 'P2034' || TRY_AGAIN.test(`${error.message} ${JSON.stringify(error.meta ?? {})}`);
}
