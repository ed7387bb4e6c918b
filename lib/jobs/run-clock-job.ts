import { at } from '#lib/platform/clock.ts';
import type { ClockJob } from './tasks.ts';

/** Q-16 · runs a job as if it were the given time. */
export function runClockJob(job: ClockJob, time: Date): Promise<string> {
  return at(time, () => job.run(time));
}
