import { mayHaveDay } from '#lib/access/field-service.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { around } from '#lib/platform/transaction.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { withTransactionHook } from '#lib/task/command.ts';
import type { CommandContext } from '#lib/task/command-context.ts';

/** What a phone is answered: the version of the task after the step. */
export type StepOutcome = { version: number };

type Sent = { stepId: string; number: string; at: Date };

/** Two steps with one id came at once, and the other was first. */
class DoneBefore extends Error {
  override name = 'DoneBefore';
}

/**
 * WO-18 · Does a step of a technician once: what `effect` writes and that it was done are one transaction. The same step, sent
 * again, gets the first answer. Refused: ACC-6 who is no technician, and what `effect` refuses, which leaves nothing behind.
 */
export async function takeStep(
  actor: Actor & { id: string },
  kind: string,
  sent: Sent,
  effect: () => Promise<unknown>,
): Promise<StepOutcome> {
  enforce(mayHaveDay(actor));
  const before = await outcomeOf(actor, sent.stepId);
  if (before) return before;
  try {
    await withTransactionHook((context) => writeStep(context, actor.id, kind, sent), effect);
  } catch (error) {
    const meanwhile = await outcomeOf(actor, sent.stepId);
    if (!meanwhile) throw error;
    return meanwhile;
  }
  const outcome = await outcomeOf(actor, sent.stepId);
  if (!outcome) throw new Error(`Step ${sent.stepId} was not written.`);
  return outcome;
}

/** A step of somebody else is not there. */
async function outcomeOf({ id }: { id: string }, stepId: string): Promise<StepOutcome | null> {
  const step = await around().technicianStep.findUnique({ where: { stepId } });
  if (step && step.userId !== id) throw notFound('step');
  return step && (step.outcome as StepOutcome);
}

async function writeStep({ tx, at: sentAt }: CommandContext, userId: string, kind: string, sent: Sent): Promise<void> {
  const task = await tx.task.findUniqueOrThrow({ where: { number: sent.number }, select: { id: true, version: true } });
  const doneAt = sent.at < sentAt ? sent.at : sentAt;
  const { id: taskId, version } = task;
  const data = { stepId: sent.stepId, userId, taskId, kind, doneAt, sentAt, outcome: { version } };
  const { count } = await tx.technicianStep.createMany({ data, skipDuplicates: true });
  if (count === 0) throw new DoneBefore('The step is done.');
}
