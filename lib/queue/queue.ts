import { z } from 'zod';
import { TaskNumber } from '#lib/record/schema.ts';

type QueuedJob<Shape extends z.ZodType> = {
  /** The schema of the payload. */
  payload: Shape;
  /** The subject of a job: a second job with the same key is not queued while the first waits, runs or has failed. */
  key: (payload: z.output<Shape>) => string;
  /** Minutes from each failure to the next try. A job that fails after the last try is kept (`failedJobs`). */
  retryAfter: readonly number[];
};

/** Soon, for a short interruption; then later, so that somebody has time to notice and fix the cause. */
const SLOW_RETRIES = [1, 5, 30, 2 * 60, 12 * 60];

const RecordNumber = z.object({ number: TaskNumber });

const ofRecord = {
  payload: RecordNumber,
  key: ({ number = '' }: { number?: string }) => number,
  retryAfter: SLOW_RETRIES,
} satisfies QueuedJob<typeof RecordNumber>;

/** The table of jobs. Their handlers are in handlers.ts, so that a command can enqueue a job without importing others. */
export const queue = {
  /** CASE-3 */
  'remind-of-solution': ofRecord,
  /** CASE-3 */
  'close-unanswered-case': ofRecord,
  /** INC-5 */
  'close-resolved-incident': ofRecord,
  /** WO-14 */
  'remind-of-visit': ofRecord,
  /** PRO-6 */
  'generate-cases-of-change': ofRecord,
  /** CHG-1 */
  'release-approver': {
    payload: RecordNumber.extend({ approverId: z.uuid() }),
    key: ({ number = '', approverId = '' }: { number?: string; approverId?: string }) => `${number} ${approverId}`,
    retryAfter: SLOW_RETRIES,
  },
  /** MAIL-3 */
  'read-mail': {
    payload: z.object({ id: z.uuid() }),
    key: ({ id = '' }: { id?: string }) => id,
    retryAfter: SLOW_RETRIES,
  },
  /** ACC-7 */
  'send-password-link': {
    payload: z.object({ address: z.string().max(254) }),
    key: ({ address = '' }: { address?: string }) => address,
    retryAfter: SLOW_RETRIES,
  },
  /** MAIL-2 · Each mail has its own retries; these apply while the database is down. */
  'send-mails': { payload: z.object({}), retryAfter: SLOW_RETRIES },
  /** NOT-3 */
  'notify-customers': { payload: z.object({}), retryAfter: SLOW_RETRIES },
  /** MAJ-5 */
  'create-child-cases': { payload: z.object({}), retryAfter: SLOW_RETRIES },
} as const;

export type JobName = keyof typeof queue;
/** The jobs that find their work themselves; the payload of the other jobs names their subject. */
export type WakeableJob = 'send-mails' | 'notify-customers' | 'create-child-cases';
export type EnqueuedJob = Exclude<JobName, WakeableJob>;
export type Payload<Name extends JobName> = z.output<(typeof queue)[Name]['payload']>;

export const jobNames = Object.keys(queue) as JobName[];
