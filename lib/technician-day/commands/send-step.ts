import { addEntry } from '#lib/engine/commands/add-entry.ts';
import type { Person } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import type { Db } from '#lib/platform/db.ts';
import { moveTask } from '#lib/work-order-task/commands/move-task.ts';
import { refuseClash } from '../refuse-clash.ts';
import { withTimes } from '../rules/with-times.ts';
import type { MoveStep, Step } from '../schema.ts';
import type { StepOutcome } from '../step-outcome.ts';
import { applyStep } from './apply-step.ts';

/**
 * WO-18 · Applies a technician's step: a note, or a move of their own task. Refused: ACC-15 another's task; WO-18 a move of a
 * task that another user has moved since the version seen; and what the move itself refuses.
 */
export function sendStep(actor: Person, step: Step): Promise<StepOutcome> {
  if (step.kind === 'move') return applyStep(actor, step.action, step, (tx) => move(tx, actor, step));
  const { number, text } = step;
  const note = { kind: 'work_order_task', number, type: 'work_note', text } as const;
  return applyStep(actor, 'note', step, (tx) => addEntry(actor, note, { within: tx }));
}

async function move(tx: Db, actor: Person, step: MoveStep): Promise<void> {
  const version = await refuseClash(tx, actor, step);
  await moveTask(actor, { ...withTimes(step, now()), version }, tx);
}
