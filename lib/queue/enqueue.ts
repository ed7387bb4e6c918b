import { type Db, Prisma } from '#lib/platform/db.ts';
import { type EnqueuedJob, type Payload, queue, type WakeableJob } from './queue.ts';
import type { SerialQueue } from './serial-queues.ts';

/** Queues a job in the caller's transaction: it runs after the commit, or never. False: the same job is queued already. */
export async function enqueue<Name extends EnqueuedJob>(tx: Db, name: Name, payload: Payload<Name>): Promise<boolean> {
  return (await enqueueAll(tx, name, [payload])) === 1;
}

/** The same for many jobs, in one statement; returns how many were new. */
export async function enqueueAll<Name extends EnqueuedJob>(
  tx: Db,
  name: Name,
  payloads: readonly Payload<Name>[],
): Promise<number> {
  const { payload: shape, key, retryAfter } = queue[name];
  const parsed = payloads.map((payload) => shape.parse(payload));
  const keys = parsed.map((payload) => `${name}:${key(payload)}`);
  const texts = parsed.map((payload) => JSON.stringify(payload));
  // "unsafe" is the library's word for not replacing a running job: each job reads its record again under a lock.
  const [row] = await tx.$queryRaw<{ added: number }[]>`
    select count(graphile_worker.add_job(${name}, j.payload::json, job_key => j.key,
                 max_attempts => ${retryAfter.length + 1}, job_key_mode => 'unsafe_dedupe'))::int as added
    from unnest(${texts}::text[], ${keys}::text[]) as j(payload, key)
    where not exists (select from graphile_worker.jobs there where there.key = j.key)`;
  return row?.added ?? 0;
}

/** The lane of a job; among waiting jobs the lowest `turn` runs first. */
export type Place = { lane: SerialQueue; turn: number };

/** An SQL expression that queues a job about a row that the same statement writes; `id` is the row's id. */
export const queueAbout = (name: EnqueuedJob, id: Prisma.Sql, { lane, turn }: Place): Prisma.Sql =>
  Prisma.sql`(graphile_worker.add_job(${name}::text, json_build_object('id', ${id}), flags => array[${lane}::text],
    job_key => ${name}::text || ':' || ${id}, max_attempts => ${queue[name].retryAfter.length + 1}::int,
    priority => ${turn}::int)).id::text`;

/**
 * An SQL expression that queues such a job: it runs once after the commit, however often it is woken before. Each
 * connection has its own key, so that no transaction waits for another. A job that runs already is not enough, as it may
 * have read before the commit.
 */
export const wakeJob = (name: WakeableJob): Prisma.Sql =>
  Prisma.sql`graphile_worker.add_job(${name}::text, '{}'::json, job_key => ${name}::text || ':' || pg_backend_pid(),
    max_attempts => ${queue[name].retryAfter.length + 1}::int, job_key_mode => 'replace')`;
