import { now } from '#lib/platform/clock.ts';
import type { Db } from '#lib/platform/db.ts';
import { currentDb } from '#lib/platform/transaction.ts';
import { notFound } from '#lib/platform/verdict.ts';

/** Answer to the phone: the task's version after the step. */
export type StepOutcome = { version: number };

export type SentStep = { stepId: string; number: string; at: Date };

/** Two steps with one id arrived at once, and the other was first. */
class DoneBefore extends Error {
  override name = 'DoneBefore';
}

/** The outcome of the actor's step. Another user's step is reported as not found. */
export async function outcomeOf({ id }: { id: string }, stepId: string): Promise<StepOutcome | null> {
  const step = await currentDb().technicianStep.findUnique({ where: { stepId } });
  if (step && step.userId !== id) throw notFound('step');
  return step && (step.outcome as StepOutcome);
}

/** Records that a step is done, in the transaction of its effect. */
export async function writeStep(tx: Db, userId: string, kind: string, sent: SentStep): Promise<void> {
  const task = await tx.task.findUniqueOrThrow({ where: { number: sent.number }, select: { id: true, version: true } });
  const sentAt = now();
  const isEarlier = sent.at < sentAt;
  const doneAt = isEarlier ? sent.at : sentAt;
  const { id: taskId, version } = task;
  const data = { stepId: sent.stepId, userId, taskId, kind, doneAt, sentAt, outcome: { version } };
  const { count } = await tx.technicianStep.createMany({ data, skipDuplicates: true });
  if (count === 0) throw new DoneBefore('The step is done.');
}
