import { closeUnanswered } from '#lib/case/commands/close-unanswered.ts';
import { remindOfSolution } from '#lib/case/commands/remind-of-solution.ts';
import { closeResolved } from '#lib/incident/commands/close-resolved.ts';
import { Prisma } from '#lib/platform/db.ts';
import { expireSessions } from '#lib/session/expire-sessions.ts';
import { eachResolvedLongAgo } from './resolved-long-ago.ts';

export interface ScheduledJob {
  /** When it runs, as a crontab says it, in UTC. */
  cron: string;
  /** Does what is due at the given time and says in a few words what that was. */
  run(at: Date): Promise<string>;
}

const EVERY_FIVE_MINUTES = '*/5 * * * *';

const reminded = Prisma.sql`exists (select from cases c where c.id = t.id and c.reminded_at >= t.resolved_at)`;

/** Q-16 · the jobs that run by the clock. */
export const scheduledJobs: Record<string, ScheduledJob> = {
  'sessions-expire': { cron: EVERY_FIVE_MINUTES, run: expireSessions },
  /** CASE-3 */
  'case-remind': {
    cron: EVERY_FIVE_MINUTES,
    async run(at) {
      const after = 'case.autoclose.remind_days';
      return `${await eachResolvedLongAgo(at, { kind: 'case', after, command: remindOfSolution, except: reminded })} customers reminded`;
    },
  },
  /** CASE-3 */
  'case-autoclose': {
    cron: EVERY_FIVE_MINUTES,
    async run(at) {
      const after = 'case.autoclose.days';
      return `${await eachResolvedLongAgo(at, { kind: 'case', after, command: closeUnanswered })} cases closed`;
    },
  },
  /** INC-5 */
  'incident-autoclose': {
    cron: EVERY_FIVE_MINUTES,
    async run(at) {
      const after = 'incident.autoclose.days';
      return `${await eachResolvedLongAgo(at, { kind: 'incident', after, command: closeResolved })} incidents closed`;
    },
  },
};
