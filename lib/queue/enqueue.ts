import { type Db, Prisma } from '#lib/platform/db.ts';
import type { Lane } from './lanes.ts';
import { type EnqueuedJob, type Payload, queue, type WakeableJob } from './queue.ts';

/** Queues a job in the caller's transaction: it runs after the commit, or never. False: one about the same is there. */
export async function enqueue<Name extends EnqueuedJob>(tx: Db, name: Name, payload: Payload<Name>): Promise<boolean> {
  return (await enqueueAll(tx, name, [payload])) === 1;
}

/** The same for many, in one statement; answers how many were new. */
export async function enqueueAll<Name extends EnqueuedJob>(
  tx: Db,
  name: Name,
  payloads: readonly Payload<Name>[],
): Promise<number> {
  const { payload: shape, key, retryAfter } = queue[name];
  const parsed = payloads.map((payload) => shape.parse(payload));
  const keys = parsed.map((payload) => `${name}:${key(payload)}`);
  const texts = parsed.map((payload) => JSON.stringify(payload));
  // "unsafe" is the queue's word for leaving a job alone that runs: each of ours looks at its record again under a lock.
  const [row] = await tx.$queryRaw<{ added: number }[]>`
    select count(graphile_worker.add_job(${name}, j.payload::json, job_key => j.key,
                 max_attempts => ${retryAfter.length + 1}, job_key_mode => 'unsafe_dedupe'))::int as added
    from unnest(${texts}::text[], ${keys}::text[]) as j(payload, key)
    where not exists (select from graphile_worker.jobs there where there.key = j.key)`;
  return row?.added ?? 0;
}

/** In which lane a job runs; of those that wait, one of the lowest `turn` is next. */
export type Place = { lane: Lane; turn: number };

/** What queues a job about a row that the same statement writes, as an expression of SQL; `id` is the row's. */
export const queueAbout = (name: EnqueuedJob, id: Prisma.Sql, { lane, turn }: Place): Prisma.Sql =>
  Prisma.sql`(graphile_worker.add_job(${name}::text, json_build_object('id', ${id}), flags => array[${lane}::text],
    job_key => ${name}::text || ':' || ${id}, max_attempts => ${queue[name].retryAfter.length + 1}::int,
    priority => ${turn}::int)).id::text`;

/**
 * What queues such a job, as an expression of SQL: it runs once after the commit, however often it is woken before. Each
 * connection has a key of its own, so that no transaction waits for another; a job that runs already is not enough, as it may
 * have looked before the commit.
 */
export const wakeJob = (name: WakeableJob): Prisma.Sql =>
  Prisma.sql`graphile_worker.add_job(${name}::text, '{}'::json, job_key => ${name}::text || ':' || pg_backend_pid(),
    max_attempts => ${queue[name].retryAfter.length + 1}::int, job_key_mode => 'replace')`;
