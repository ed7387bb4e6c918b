import { childCaseRuns } from '#lib/affected-customers/run/child-case-runs.ts';
import { visitsToCome } from '#lib/appointment/visits-to-come.ts';
import { sweepUploads } from '#lib/attachment/sweep.ts';
import { messageRuns } from '#lib/customer-messages/run/message-runs.ts';
import { deleteOldCalls } from '#lib/door/idempotent.ts';
import { foldLedger } from '#lib/ledger/fold-ledger.ts';
import { sendAllDue } from '#lib/mail-out/send-all-due.ts';
import { system } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { EnqueuedJob, Payload } from '#lib/queue/queue.ts';
import { processRuns } from '#lib/run/commands/process-runs.ts';
import { expireSessions } from '#lib/session/expire-sessions.ts';
import { resolvedLongAgo } from './resolved-long-ago.ts';

/** Does everything that is due at the given time, and returns a summary. */
type WholeJob = { run: (at: Date) => Promise<string> };

/** Finds everything that is due at the given time. Each is a queued job with its own attempts. */
type SpreadJob = {
  due: (at: Date) => AsyncIterable<Payload<EnqueuedJob>[]>;
  each: EnqueuedJob;
  /** The summary after the number of records. */
  done: string;
};

/** `cron` is the schedule in crontab format, in UTC. */
export type ScheduledJob = { cron: string } & (WholeJob | SpreadJob);

const EVERY_MINUTE = '* * * * *';
const EVERY_FIVE_MINUTES = '*/5 * * * *';

/** CASE-9: a major case waits for its manager and never closes automatically. */
const major = Prisma.sql`exists (select from cases c where c.id = t.id and c.major_case_state = 'accepted')`;
/** CASE-11: a customer's comment pauses the clock. Later the clock continues from there. */
const clockStood = (before: Date) => Prisma.sql`exists (select from cases c
  where c.id = t.id and (c.answered_at is not null or c.waits_since > ${before}))`;
const reminded = Prisma.sql`exists (select from cases c where c.id = t.id and c.reminded_at >= t.resolved_at)`;
const ofNobody = Prisma.sql`(t.contact_id is null and t.consumer_id is null)`;

/** Q-16 · The scheduled jobs. */
export const scheduledJobs: Readonly<Record<string, ScheduledJob>> = {
  /** */
  'attachments-sweep': { cron: '17 * * * *', run: sweepUploads },
  'sessions-expire': { cron: EVERY_FIVE_MINUTES, run: expireSessions },
  /** REC-5 */
  'answered-calls-forget': { cron: '41 * * * *', run: deleteOldCalls },
  /** SYNC-6 */
  'ledger-fold': { cron: '23 * * * *', run: foldLedger },
  /** NOT-3 */
  'notifications-go-on': { cron: EVERY_MINUTE, run: () => processRuns(system, messageRuns) },
  /** MAJ-5 */
  'child-cases-go-on': { cron: EVERY_MINUTE, run: () => processRuns(system, childCaseRuns) },
  /** MAIL-2 */
  'mails-send': { cron: EVERY_MINUTE, run: sendAllDue },
  /** CASE-3 */
  'case-remind': {
    cron: EVERY_FIVE_MINUTES,
    due: (at) =>
      resolvedLongAgo(at, {
        kind: 'case',
        after: 'case.autoclose.remind_days',
        except: (before) => Prisma.sql`${reminded} or ${ofNobody} or ${major} or ${clockStood(before)}`,
      }),
    each: 'remind-of-solution',
    done: 'customers reminded',
  },
  /** CASE-3 */
  'case-autoclose': {
    cron: EVERY_FIVE_MINUTES,
    due: (at) =>
      resolvedLongAgo(at, {
        kind: 'case',
        after: 'case.autoclose.days',
        except: (before) => Prisma.sql`${major} or ${clockStood(before)}`,
      }),
    each: 'close-unanswered-case',
    done: 'cases closed',
  },
  /** WO-14 */
  'appointments-remind': {
    cron: EVERY_FIVE_MINUTES,
    due: visitsToCome,
    each: 'remind-of-visit',
    done: 'customers reminded of appointments',
  },
  /** INC-5 */
  'incident-autoclose': {
    cron: EVERY_FIVE_MINUTES,
    due: (at) => resolvedLongAgo(at, { kind: 'incident', after: 'incident.autoclose.days' }),
    each: 'close-resolved-incident',
    done: 'incidents closed',
  },
};
