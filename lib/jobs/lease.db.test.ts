import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseUrl } from '#lib/platform/env.ts';
import { holdWorkerLease, type Lease } from './lease.ts';

/** A job that the worker took some time ago and has not returned. */
async function takeJob(client: pg.Client, worker: string): Promise<string> {
  const { rows } = await client.query("select id from graphile_worker.add_job('anything')");
  await client.query(
    "update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '1 minute' where id = $2",
    [worker, rows[0].id],
  );
  return rows[0].id;
}

async function holderOf(client: pg.Client, job: string): Promise<string | null> {
  const { rows } = await client.query('select locked_by from graphile_worker._private_jobs where id = $1', [job]);
  return rows[0].locked_by;
}

describe('the lease of a worker', () => {
  let client: pg.Client;
  const leases: Lease[] = [];
  const hold = async (worker: string) => {
    const lease = await holdWorkerLease(databaseUrl(), worker);
    leases.push(lease);
    return lease;
  };

  beforeEach(async () => {
    client = new pg.Client({ connectionString: databaseUrl() });
    await client.connect();
  });

  afterEach(async () => {
    await Promise.all(leases.splice(0).map((lease) => lease.release()));
    await client.end();
  });

  it('Q-10 · the job of a stopped worker is available as soon as another worker starts', async () => {
    const job = await takeJob(client, 'gone');
    await hold('living');
    expect(await holderOf(client, job)).toBeNull();
  });

  it('Q-10, ADM-11 · a job that was woken again while it ran continues, and is not shown as failed', async () => {
    const wake = () => client.query("select id from graphile_worker.add_job('anything', job_key => 'one of a kind')");
    const { rows } = await wake();
    const [{ id }] = rows;
    await client.query(
      "update graphile_worker._private_jobs set locked_by = 'gone', locked_at = now() - interval '1 minute' where id = $1",
      [id],
    );
    await wake();
    await hold('living');
    const { rows: free } = await client.query(
      'select id from graphile_worker._private_jobs where is_available order by id',
    );
    expect(free.map((job) => job.id)).toContain(id);
  });

  it('Q-10 · a running worker keeps its job', async () => {
    await hold('busy');
    const job = await takeJob(client, 'busy');
    await hold('another');
    expect(await holderOf(client, job)).toBe('busy');
  });

  it('Q-10 · a released lease blocks nothing', async () => {
    const lease = await hold('stopped');
    const job = await takeJob(client, 'stopped');
    await lease.release();
    await hold('another');
    expect(await holderOf(client, job)).toBeNull();
  });
});
