import { isSystemJob } from '#lib/access/policy.ts';
import { type Outcome, runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { withdrawWhereMayNotApprove } from '#lib/reactions/approval/withdraw.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import { applyOutcome, outcomeOfRound } from '../outcome-of-round.ts';
import { requestApprovals } from '../request-approvals.ts';

const REQUESTED_AGAIN = 'None of the requested approvers can approve any longer, so the approval group is asked again.';
const NOBODY = 'No one is left who can approve this.';

/**
 * CHG-1, REQ-1 · Withdraws the request to an approver who may no longer answer: the other approvers decide the round. If none
 * are left, everybody who may approve now is asked; if there is nobody, the record is rejected with a note.
 */
export function releaseApprover(
  actor: Actor,
  { number, approverId }: { number: string; approverId: string },
): Promise<Outcome<TaskRecord>> {
  return runCommand(actor, 'release-approver', async (context) => {
    enforce(isSystemJob(actor));
    const task = await context.tx.task.findUnique({ where: { number }, select: { kind: true } });
    if (!task) throw notFound(number);
    const record = await lockForUpdate(context, task.kind, number);

    const round = await withdrawWhereMayNotApprove(context, record, approverId);
    if (round === null) return record;

    const outcome = await outcomeOfRound(context, { taskId: record.id, round });
    if (outcome === 'requested') return record;
    if (outcome === 'approved') return applyOutcome(context, record, outcome, {});
    if (outcome === 'nobody' && (await requestApprovals(context, record)))
      return updateRecord(context, task.kind, record, record, { workNote: REQUESTED_AGAIN });
    return applyOutcome(context, record, 'rejected', { workNote: NOBODY });
  });
}
