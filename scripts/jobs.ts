// `npm run jobs -- NAME --at 2026-12-01T00:00Z`: runs a scheduled job, now or as if it were the given time (Q-16).
import { parseArgs } from 'node:util';
import { runScheduledJob } from '#lib/jobs/run-scheduled-job.ts';
import { scheduledJobs } from '#lib/jobs/scheduled-jobs.ts';
import { closeTransport } from '#lib/mail-out/transport.ts';
import { UserError } from './user-error.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { at: { type: 'string' } } });

const time = values.at ? new Date(values.at) : new Date();
if (Number.isNaN(time.getTime()))
  throw new UserError(`--at is "${values.at}"; it must be a time like 2026-12-01T00:00Z.`);

const name = positionals[0] ?? '';
const job = scheduledJobs[name];
if (!job)
  throw new UserError(
    `${name ? `There is no job "${name}"` : 'Name a job'}: ${Object.keys(scheduledJobs).join(', ')}.`,
  );

console.log(`${name} at ${time.toISOString()}: ${await runScheduledJob(job, time)}`);
// Idle connections would keep this process alive for minutes.
closeTransport();
