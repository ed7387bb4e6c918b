import type { Worker, WorkerEvents } from 'graphile-worker';

/**
 * What comes from outside and may take long is read in lanes of its own, each one job at a time in a process, so that all other
 * jobs have workers left, however much comes. A job that has the lane's name for its flag runs there.
 */
export const lanes = ['mails', 'mails of strangers'] as const;
export type Lane = (typeof lanes)[number];

/**
 * Keeps the lanes of a runner that tells its `events`; answers what to give it as `forbiddenFlags`: the lanes that are taken. A lane
 * is taken from the moment a worker asks for a job, as it may get one of that lane, and free again once it has got another, or
 * none, or has done it.
 */
export function runQueues(events: WorkerEvents): () => string[] {
  const taken = new Map<Lane, Worker | null>();
  const isTaken = (lane: Lane) => taken.has(lane);
  const free = (worker: Worker) => {
    for (const [lane, by] of taken) if (by === worker) taken.delete(lane);
  };
  events.on('worker:getJob:start', ({ worker }) => {
    for (const [lane, by] of taken) if (by === null) taken.set(lane, worker);
  });
  events.on('job:start', ({ worker, job }) => {
    free(worker);
    for (const lane of lanes) if (job.flags?.[lane]) taken.set(lane, worker);
  });
  events.on('job:complete', ({ worker }) => free(worker));
  events.on('worker:getJob:empty', ({ worker }) => free(worker));
  events.on('worker:getJob:error', ({ worker }) => free(worker));
  return () => {
    const forbidden = lanes.filter(isTaken);
    for (const lane of lanes) if (!isTaken(lane)) taken.set(lane, null);
    return forbidden;
  };
}
