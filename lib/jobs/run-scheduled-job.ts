import { at } from '#lib/platform/clock.ts';
import type { ScheduledJob } from './tasks.ts';

/** Q-16 · runs a job as if it were the given time. */
export function runScheduledJob(job: ScheduledJob, time: Date): Promise<string> {
  return at(time, () => job.run(time));
}
