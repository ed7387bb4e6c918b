import type { Worker, WorkerEvents } from 'graphile-worker';

/**
 * External input that may take long is processed in separate lanes, one job at a time per lane and process, so that workers
 * remain for all other jobs. A job runs in the lane that its flag names.
 */
export const serialQueues = ['mails', 'mails of strangers'] as const;
export type SerialQueue = (typeof serialQueues)[number];

/**
 * Tracks the lanes of a runner by its `events`; returns the taken lanes for `forbiddenFlags`. A lane is taken from the moment
 * a worker asks for a job, as it may get a job of that lane, until the worker gets another job, gets none, or has
 * finished it.
 */
export function blockedQueues(events: WorkerEvents): () => string[] {
  const taken = new Map<SerialQueue, Worker | null>();
  const isTaken = (lane: SerialQueue) => taken.has(lane);
  const free = (worker: Worker) => {
    for (const [lane, by] of taken) if (by === worker) taken.delete(lane);
  };
  events.on('worker:getJob:start', ({ worker }) => {
    for (const [lane, by] of taken) if (by === null) taken.set(lane, worker);
  });
  events.on('job:start', ({ worker, job }) => {
    free(worker);
    for (const lane of serialQueues) if (job.flags?.[lane]) taken.set(lane, worker);
  });
  events.on('job:complete', ({ worker }) => free(worker));
  events.on('worker:getJob:empty', ({ worker }) => free(worker));
  events.on('worker:getJob:error', ({ worker }) => free(worker));
  return () => {
    const forbidden = serialQueues.filter(isTaken);
    for (const lane of serialQueues) if (!isTaken(lane)) taken.set(lane, null);
    return forbidden;
  };
}
