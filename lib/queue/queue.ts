import { z } from 'zod';
import { TaskNumber } from '#lib/record/schema.ts';

type QueuedJob<Shape extends z.ZodType> = {
  /** The shape of its payload. */
  payload: Shape;
  /** What it is about: as long as a job about the same thing waits, runs or is kept as failed, there is no other. */
  key: (payload: z.output<Shape>) => string;
  /** Minutes from each failure to the next try. What fails after the last of them is kept (`failedJobs`). */
  retryAfter: readonly number[];
};

/** Soon, if it was a hiccup; then as long as it takes somebody to notice and mend what is wrong. */
const PATIENT = [1, 5, 30, 2 * 60, 12 * 60];

const RecordNumber = z.object({ number: TaskNumber });

const ofRecord = {
  payload: RecordNumber,
  key: ({ number = '' }: { number?: string }) => number,
  retryAfter: PATIENT,
} satisfies QueuedJob<typeof RecordNumber>;

/** The table of the queue. What each job does is in handlers.ts, so that a command can enqueue without importing others. */
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
    retryAfter: PATIENT,
  },
  /** MAIL-3 */
  'read-mail': { payload: z.object({ id: z.uuid() }), key: ({ id = '' }: { id?: string }) => id, retryAfter: PATIENT },
  /** ACC-7 */
  'send-password-link': {
    payload: z.object({ address: z.string().max(254) }),
    key: ({ address = '' }: { address?: string }) => address,
    retryAfter: PATIENT,
  },
  /** MAIL-2 · Each mail has tries of its own; these are for a database that is away. */
  'send-mails': { payload: z.object({}), retryAfter: PATIENT },
  /** NOT-3 */
  'notify-customers': { payload: z.object({}), retryAfter: PATIENT },
  /** MAJ-5 */
  'create-child-cases': { payload: z.object({}), retryAfter: PATIENT },
} as const;

export type JobName = keyof typeof queue;
/** The jobs that find out by themselves what there is to do; the others are about one thing, which their payload says. */
export type WakeableJob = 'send-mails' | 'notify-customers' | 'create-child-cases';
export type EnqueuedJob = Exclude<JobName, WakeableJob>;
export type Payload<Name extends JobName> = z.output<(typeof queue)[Name]['payload']>;

export const jobNames = Object.keys(queue) as JobName[];
