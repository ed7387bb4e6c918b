import pg from 'pg';

export interface Lease {
  release(): Promise<void>;
}

/** The class of advisory locks that represent running workers. */
const WORKERS = 20_261;
const RECOVERY_EVERY = 60_000;
const RECONNECT_AFTER = 500;

/** Resets the attempts of a job that was queued again while it ran. Otherwise its kill would count as the last failure. */
const GIVE_BACK_TRIES = `
  update graphile_worker._private_jobs set attempts = 0
   where key is null and attempts >= max_attempts and locked_at < now() - interval '10 seconds' and locked_by <> $2
     and pg_try_advisory_xact_lock($1, hashtext(locked_by))`;

const RECOVER = `
  select graphile_worker.force_unlock_workers(array_agg(worker))
    from (select distinct locked_by as worker
            from graphile_worker._private_jobs
           where locked_at < now() - interval '10 seconds' and locked_by <> $2) as held
   where pg_try_advisory_xact_lock($1, hashtext(worker))`;

/**
 * Q-10 · Shows other processes that this worker is alive, and frees the jobs of dead workers. A killed process can't return its
 * jobs, and the queue itself would wait four hours. The lease is an advisory lock, which the database releases when the
 * connection ends.
 */
export async function holdWorkerLease(connectionString: string, worker: string): Promise<Lease> {
  let released = false;
  let client = await connect().catch((error: unknown) => {
    // The caller tries again.
    released = true;
    throw error;
  });
  const timer = setInterval(() => void recover(), RECOVERY_EVERY);
  timer.unref();
  await recover();

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({ connectionString, keepAlive: true, application_name: 'casebridge worker lease' });
    fresh.on('error', () => {});
    fresh.once('end', () => void reconnect());
    await fresh.connect();
    await fresh.query('select pg_advisory_lock($1, hashtext($2))', [WORKERS, worker]);
    return fresh;
  }

  async function reconnect(): Promise<void> {
    if (released) return;
    await new Promise((resolve) => setTimeout(resolve, RECONNECT_AFTER));
    if (released) return;
    // A failed connection also emits `end`, which calls this function again.
    client = await connect().catch(() => client);
  }

  async function recover(): Promise<void> {
    for (const statement of [GIVE_BACK_TRIES, RECOVER])
      await client.query(statement, [WORKERS, worker]).catch(() => {});
  }

  return {
    async release() {
      released = true;
      clearInterval(timer);
      await client.end().catch(() => {});
    },
  };
}
