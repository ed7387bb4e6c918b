import { expect, it } from 'vitest';
import { handlers } from '#lib/jobs/handlers.ts';
import { scheduledJobs } from '#lib/jobs/scheduled-jobs.ts';
import { jobNames, queue } from './queue.ts';

it('every job of the queue has a handler, and a name that no scheduled job has', () => {
  expect(Object.keys(handlers)).toEqual(jobNames);
  expect(jobNames.filter((name) => name in scheduledJobs)).toEqual([]);
});

it.each(jobNames)('Q-10 · %s is retried with growing delays, and then kept', (name) => {
  const { retryAfter } = queue[name];
  expect(retryAfter.length).toBeGreaterThan(0);
  expect([...retryAfter].sort((a, b) => a - b)).toEqual([...retryAfter]);
  // The queue library's own delay after so many tries, in seconds, must not be longer.
  for (const [index, minutes] of retryAfter.entries()) expect(minutes * 60).toBeGreaterThan(Math.exp(index + 1));
});
