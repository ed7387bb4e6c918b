import { mayUseTechnicianDay } from '#lib/access/field-service.ts';
import type { Person } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { outcomeOf, type SentStep, type StepOutcome, writeStep } from '../step-outcome.ts';

/**
 * WO-18 · Applies a technician's step once: its effect and its receipt share one transaction. A repeated step gets the first
 * answer. Refused: ACC-6 the actor is no technician; and what `effect` refuses, which writes nothing.
 */
export async function applyStep(
  actor: Person,
  kind: string,
  sent: SentStep,
  effect: (tx: Db) => Promise<unknown>,
): Promise<StepOutcome> {
  enforce(mayUseTechnicianDay(actor));
  const before = await outcomeOf(actor, sent.stepId);
  if (before) return before;
  try {
    await transaction(async (tx) => {
      await effect(tx);
      await writeStep(tx, actor.id, kind, sent);
    });
  } catch (error) {
    const meanwhile = await outcomeOf(actor, sent.stepId);
    if (!meanwhile) throw error;
    return meanwhile;
  }
  const outcome = await outcomeOf(actor, sent.stepId);
  if (!outcome) throw new Error(`Step ${sent.stepId} was not written.`);
  return outcome;
}
