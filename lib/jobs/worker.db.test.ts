import { runOnce } from 'graphile-worker';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enqueue, enqueueAll } from '#lib/queue/enqueue.ts';
import { queue } from '#lib/queue/queue.ts';
import { anIncident, change, fresh, setProperty, world } from '#lib/testing/world.ts';
import { retryFailedJob } from './commands/retry-failed-job.ts';
import { failedJobs } from './queries/failed-jobs.ts';
import { startScheduledJob } from './run-scheduled-job.ts';
import { scheduledJobs } from './scheduled-jobs.ts';
import { RetryFailedJob } from './schema.ts';
import { workerOptions } from './worker.ts';

const LONG_AGO = new Date(Date.now() - 30 * 24 * 3_600_000);
const NAME = 'close-resolved-incident';
const TRIES = queue[NAME].retryAfter.length + 1;

const w = await world();
beforeAll(async () => {
  await setProperty('incident.autoclose.days', '7');
  // Simulates an error outside of the product's rules.
  await db().$executeRaw`
    create function break_it() returns trigger language plpgsql as $$ begin raise exception 'The disk is full'; end $$`;
});
beforeEach(async () => {
  await db().$executeRaw`delete from graphile_worker._private_jobs`;
  await db().$executeRaw`update tasks set resolved_at = null where state = 'resolved'`;
});
afterAll(() => repairIt());

const breakIt = () =>
  db().$executeRaw`create trigger broken before update of state on tasks for each row
    when (new.short_description = 'Broken') execute function break_it()`;
const repairIt = () => db().$executeRaw`drop trigger if exists broken on tasks`;

async function aResolvedIncident(values = {}) {
  const incident = await anIncident(w, values);
  const resolution = { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'x' };
  await at(LONG_AGO, () => change(w.ian, incident, resolution));
  return incident;
}

type Waiting = { key: string; attempts: number; minutes: number; lastError: string | null };

/** The queued jobs, with the minutes until each is tried. */
const waiting = () => db().$queryRaw<Waiting[]>`
  select key, attempts::int, round(extract(epoch from run_at - now()) / 60)::int as minutes, last_error as "lastError"
  from graphile_worker.jobs order by id`;

const work = () => runOnce(workerOptions());
const dueNow = () => db().$executeRaw`update graphile_worker._private_jobs set run_at = now()`;
const queueOne = (number: string) => transaction((tx) => enqueue(tx, NAME, { number }));

async function failForTheLastTime(number: string) {
  await queueOne(number);
  for (let tries = 0; tries < TRIES; tries++) {
    await dueNow();
    await work();
  }
}

describe('the queue', () => {
  it('SYNC-0 · a job is queued with the transaction, or not at all', async () => {
    const failing = transaction(async (tx) => {
      await enqueue(tx, NAME, { number: 'INC0000001' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await waiting()).toEqual([]);
    expect(await queueOne('INC0000001')).toBe(true);
    expect(await waiting()).toMatchObject([{ key: `${NAME}:INC0000001`, attempts: 0 }]);
  });

  it('Q-12 · concurrent requests queue one job per subject', async () => {
    const numbers = ['INC0000001', 'INC0000002'].map((number) => ({ number }));
    expect(await transaction((tx) => enqueueAll(tx, NAME, numbers))).toBe(2);
    await Promise.all([1, 2, 3].map(() => transaction((tx) => enqueueAll(tx, NAME, [...numbers, { number: 'INC3' }]))));
    expect((await waiting()).map(({ key }) => key)).toEqual(
      ['1', '2'].map((n) => `${NAME}:INC000000${n}`).concat(`${NAME}:INC3`),
    );
    expect(await queueOne('INC0000001')).toBe(false);
  });

  it('ACC-5 · a payload has its shape before it is queued', async () => {
    await expect(queueOne('X'.repeat(21))).rejects.toThrow();
    expect(await waiting()).toEqual([]);
  });
});

describe('the worker', () => {
  it('INC-5, Q-16 · the scheduler queues a closing job for each incident; a failure does not affect the others', async () => {
    const [sound, bad] = [await aResolvedIncident(), await aResolvedIncident({ shortDescription: 'Broken' })];
    await breakIt();
    await db().$executeRaw`select graphile_worker.add_job('incident-autoclose', '{}')`;
    await work();
    await repairIt();
    expect((await fresh(sound)).state).toBe('closed');
    expect((await fresh(bad)).state).toBe('resolved');
    expect(await waiting()).toMatchObject([{ key: `${NAME}:${bad.number}`, attempts: 1, minutes: 1 }]);
  });

  it('INC-5 · the scheduler does not queue a waiting or finally failed job again', async () => {
    const { number } = await aResolvedIncident({ shortDescription: 'Broken' });
    await breakIt();
    await failForTheLastTime(number);
    const scan = async () => {
      const job = scheduledJobs['incident-autoclose'];
      if (job) await startScheduledJob(job, new Date());
    };
    await scan();
    await repairIt();
    expect(await waiting()).toMatchObject([{ attempts: TRIES }]);
  });

  it('INC-5 · a job whose record has changed since then completes', async () => {
    const incident = await aResolvedIncident();
    await queueOne(incident.number);
    await change(w.ian, incident, { state: 'in_progress' });
    await work();
    expect(await waiting()).toEqual([]);
    expect((await fresh(incident)).state).toBe('in_progress');
  });

  it('Q-10 · a failed job is retried as the table says, and kept after the last try', async () => {
    const { number } = await aResolvedIncident({ shortDescription: 'Broken' });
    await breakIt();
    await queueOne(number);
    const after: number[] = [];
    for (let tries = 1; tries < TRIES; tries++) {
      await dueNow();
      await work();
      after.push((await waiting())[0]?.minutes ?? -1);
    }
    expect(after).toEqual([...queue[NAME].retryAfter]);
    expect(await failedJobs(w.adam)).toEqual([]);
    await dueNow();
    await work();
    await repairIt();
    const lastError = expect.stringContaining('The disk is full');
    expect(await failedJobs(w.adam)).toMatchObject([{ name: NAME, about: number, tries: TRIES, lastError }]);
    await dueNow();
    await work();
    expect(await waiting()).toMatchObject([{ attempts: TRIES }]);
  });
});

describe('jobs that have failed for the last time', () => {
  it('ACC-6 · are for administrators', async () => {
    await expect(failedJobs(w.mia)).rejects.toMatchObject({ rule: 'ACC-6' });
    await expect(retryFailedJob(w.mia, { id: '1' })).rejects.toMatchObject({ rule: 'ACC-6' });
  });

  it('ADM-12 · can be retried with all their tries, which is in the audit log', async () => {
    const incident = await aResolvedIncident({ shortDescription: 'Broken' });
    await breakIt();
    await failForTheLastTime(incident.number);
    await repairIt();
    const [{ id } = { id: '' }] = await failedJobs(w.adam);
    await retryFailedJob(w.adam, RetryFailedJob.parse({ id }));
    expect(await waiting()).toMatchObject([{ attempts: 0, minutes: 0 }]);
    expect(await failedJobs(w.adam)).toEqual([]);
    await work();
    expect((await fresh(incident)).state).toBe('closed');
    expect(await db().auditEntry.findFirst({ where: { action: 'job.retried' } })).toMatchObject({
      actorId: w.adam.id,
      subject: `${NAME}:${incident.number}`,
      oldValue: expect.stringContaining('The disk is full'),
    });
  });

  it('ACC-6 · one that waits, was done or never was is not among them', async () => {
    await queueOne('INC0000001');
    const [{ id } = { id: '' }] = await db().$queryRaw<{ id: string }[]>`select id::text from graphile_worker.jobs`;
    for (const each of [id, '999999999'])
      await expect(retryFailedJob(w.adam, { id: each })).rejects.toMatchObject({ rule: 'REL-16' });
    expect(RetryFailedJob.safeParse({ id: '1; drop' }).success).toBe(false);
  });
});
