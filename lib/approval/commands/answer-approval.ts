import { mayReadTask } from '#lib/access/readable.ts';
import { isOnSide } from '#lib/access/side.ts';
import { type Outcome, runCommand } from '#lib/engine/command.ts';
import { type Actor, system } from '#lib/platform/actor.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { mayStillApprove } from '../may-still-approve.ts';
import { applyOutcome, outcomeOfRound } from '../outcome-of-round.ts';
import { mayAnswer } from '../rules/may-answer.ts';
import type { AnswerApproval } from '../schema.ts';

/**
 * REL-16 · The approver and users who may see the record know of an approval; for others it does not exist. POR-20 · Nor does
 * it for a customer whose account it no longer concerns.
 */
async function knowsOf(context: CommandContext, { approverId, taskId }: { approverId: string; taskId: string }) {
  const { tx, actor } = context;
  if (approverId !== actor.id) return mayReadTask(tx, actor, taskId);
  return isOnSide(actor, 'staff') || (await mayStillApprove(context, taskId)).ok;
}

/** CHG-1, REQ-1 · Answers an approval; the round's outcome updates the record. A concurrent second answer is refused. */
export function answerApproval(
  actor: Actor,
  { approvalId, answer, reason = '' }: AnswerApproval,
): Promise<Outcome<TaskRecord>> {
  return runCommand(actor, 'answer-approval', async (context) => {
    const found = await context.tx.approval.findUnique({
      where: { id: approvalId },
      select: { approverId: true, taskId: true, task: { select: { kind: true, number: true } } },
    });
    if (!found || !(await knowsOf(context, found))) throw notFound('approval');
    // Locked as the system: an approver may answer without other access to the record.
    const record = await lockForUpdate({ ...context, actor: system }, found.task.kind, found.task.number);
    const approval = await context.tx.approval.findUniqueOrThrow({ where: { id: approvalId } });
    enforce(await mayStillApprove(context, record.id));
    enforce(mayAnswer(actor, approval, answer, reason));

    if (!context.preview)
      await context.tx.approval.update({ where: { id: approvalId }, data: { answer, reason, answeredAt: context.at } });

    const outcome = await outcomeOfRound(context, { ...approval, answer });
    if (outcome !== 'approved' && outcome !== 'rejected') return record;
    const journal = outcome === 'rejected' ? { workNote: `Rejected by ${actor.name}: ${reason}` } : {};
    return applyOutcome(context, record, outcome, journal);
  });
}
