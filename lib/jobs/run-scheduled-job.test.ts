import { expect, it } from 'vitest';
import { now } from '#lib/platform/clock.ts';
import { runScheduledJob } from './run-scheduled-job.ts';
import { scheduledJobs } from './scheduled-jobs.ts';

it('Q-16 · a job gets its scheduled time, and all its writes have that time', async () => {
  const time = new Date('2026-12-01T00:00Z');
  const job = { cron: '* * * * *', run: async (at: Date) => `${at.toISOString()} ${now().toISOString()}` };
  expect(await runScheduledJob(job, time)).toBe('2026-12-01T00:00:00.000Z 2026-12-01T00:00:00.000Z');
});

it.each(Object.keys(scheduledJobs))('Q-16 · %s can be named on a command line and runs by the clock', (name) => {
  expect(name).toMatch(/^[a-z-]+$/);
  expect(scheduledJobs[name]?.cron.split(' ')).toHaveLength(5);
});
