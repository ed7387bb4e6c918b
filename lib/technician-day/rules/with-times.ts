import type { MoveStep } from '../schema.ts';

/** WO-9, WO-18 · Work starts and ends when the technician recorded it, not when the network returned. Not in the future. */
export function withTimes(step: MoveStep, now: Date): MoveStep {
  const at = step.at < now ? step.at : now;
  if (step.action === 'start') return { ...step, actualStart: step.actualStart ?? at };
  if (step.action === 'complete' || step.action === 'leaveIncomplete')
    return { ...step, actualEnd: step.actualEnd ?? at };
  return step;
}
