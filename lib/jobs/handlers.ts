import { remindOfVisit } from '#lib/appointment/commands/remind-of-visit.ts';
import { releaseApprover } from '#lib/approval/commands/release-approver.ts';
import { closeUnanswered } from '#lib/case/commands/close-unanswered.ts';
import { remindOfSolution } from '#lib/case/commands/remind-of-solution.ts';
import { type JobResult, job } from '#lib/door/job.ts';
import { closeResolved } from '#lib/incident/commands/close-resolved.ts';
import { sendInTurn } from '#lib/mail/send-in-turn.ts';
import { readMail } from '#lib/mail-in/read-mail.ts';
import { carryOnRuns } from '#lib/notify-customers/commands/carry-on.ts';
import { generateOfChange } from '#lib/proactive/commands/generate-of-change.ts';
import { carryOnChildRuns } from '#lib/recipients/commands/carry-on.ts';
import { sendForgottenLink } from '#lib/user/commands/send-forgotten-link.ts';
import { type JobName, queue } from './queue.ts';

type Handler = (payload: unknown) => Promise<JobResult<unknown>>;

/** What each job of the queue does: one command. */
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
  'send-mails': job('send-mails', queue['send-mails'].payload, sendInTurn),
  'notify-customers': job('notify-customers', queue['notify-customers'].payload, carryOnRuns),
  'create-child-cases': job('create-child-cases', queue['create-child-cases'].payload, carryOnChildRuns),
};
