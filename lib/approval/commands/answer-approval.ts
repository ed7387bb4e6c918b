import { type Actor, system } from '#lib/platform/actor.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { property } from '#lib/property/settings.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { runCommand } from '#lib/task/command.ts';
import type { TaskRecord } from '#lib/task/record.ts';
import { applyOutcome } from '../apply-outcome.ts';
import { type Answer, outcomeOf } from '../outcome.ts';
import { mayAnswer } from '../rules/may-answer.ts';
import type { AnswerApproval } from '../schema.ts';

/** CHG-1, REQ-1 · Answers one approval; the round's outcome moves the record. Of two at once the second is refused. */
export async function answerApproval(
  actor: Actor,
  { approvalId, answer, reason = '' }: AnswerApproval,
): Promise<TaskRecord> {
  const { value } = await runCommand(actor, 'answer-approval', async (context) => {
    const task = { select: { kind: true, number: true } } as const;
    const asked = await context.tx.approval.findUnique({ where: { id: approvalId }, select: { task } });
    if (!asked) throw notFound('approval');
    // Whoever is asked may answer, and sees the record by that.
    const record = await lockForUpdate({ ...context, actor: system }, asked.task.kind, asked.task.number);
    const approval = await context.tx.approval.findUniqueOrThrow({ where: { id: approvalId } });
    enforce(mayAnswer(actor, approval, answer, reason));

    await context.tx.approval.update({ where: { id: approvalId }, data: { answer, reason, answeredAt: context.at } });

    const { taskId, round } = approval;
    const answers = await context.tx.approval.findMany({ where: { taskId, round }, select: { answer: true } });
    const rule = property(context.settings, 'change.approval.rule') === 'all' ? 'all' : 'first';
    const outcome = outcomeOf(
      answers.map((each) => each.answer as Answer),
      rule,
    );
    if (outcome === 'requested') return record;
    await context.tx.approval.updateMany({
      where: { taskId, round, answer: 'requested' },
      data: { answer: 'not_needed' },
    });
    const journal = outcome === 'rejected' ? { workNote: `Rejected by ${actor.name}: ${reason}` } : {};
    return applyOutcome(context, record, outcome, journal);
  });
  return value;
}
