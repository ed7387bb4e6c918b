import { childCaseRuns } from '#lib/affected-customers/run/child-case-runs.ts';
import { remindOfVisit } from '#lib/appointment/commands/remind-of-visit.ts';
import { releaseApprover } from '#lib/approval/commands/release-approver.ts';
import { closeUnanswered } from '#lib/case/commands/close-unanswered.ts';
import { remindOfSolution } from '#lib/case/commands/remind-of-solution.ts';
import { messageRuns } from '#lib/customer-messages/run/message-runs.ts';
import { type JobResult, job } from '#lib/door/job.ts';
import { closeResolved } from '#lib/incident/commands/close-resolved.ts';
import { readMail } from '#lib/mail-in/read-mail.ts';
import { sendAllDue } from '#lib/mail-out/send-all-due.ts';
import { generateOfChange } from '#lib/proactive/commands/generate-of-change.ts';
import { type JobName, queue } from '#lib/queue/queue.ts';
import { processRuns } from '#lib/run/commands/process-runs.ts';
import type { LockedRun, RunKind } from '#lib/run/run-kind.ts';
import { sendForgottenLink } from '#lib/user/commands/send-forgotten-link.ts';

type Handler = (payload: unknown) => Promise<JobResult<unknown>>;

const runs = <Run extends LockedRun>(kind: RunKind<Run>): Handler =>
  job(kind.job, queue[kind.job].payload, (actor) => processRuns(actor, kind));

/** The handler of each queued job: one command. */
export const handlers: Readonly<Record<JobName, Handler>> = {
  'remind-of-solution': job('remind-of-solution', queue['remind-of-solution'].payload, remindOfSolution),
  'close-unanswered-case': job('close-unanswered-case', queue['close-unanswered-case'].payload, closeUnanswered),
  'close-resolved-incident': job('close-resolved-incident', queue['close-resolved-incident'].payload, closeResolved),
  'remind-of-visit': job('remind-of-visit', queue['remind-of-visit'].payload, remindOfVisit),
  'generate-cases-of-change': job(
    'generate-cases-of-change',
    queue['generate-cases-of-change'].payload,
    generateOfChange,
  ),
  'release-approver': job('release-approver', queue['release-approver'].payload, releaseApprover),
  'read-mail': job('read-mail', queue['read-mail'].payload, readMail),
  'send-password-link': job('send-password-link', queue['send-password-link'].payload, sendForgottenLink),
  'send-mails': job('send-mails', queue['send-mails'].payload, sendAllDue),
  'notify-customers': runs(messageRuns),
  'create-child-cases': runs(childCaseRuns),
};
