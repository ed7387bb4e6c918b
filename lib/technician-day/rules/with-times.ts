import type { MoveStep } from '../schema.ts';

/** WO-9, WO-18 · Work began and ended when the technician said so, not when the network came back; a phone whose clock is fast counts as now. */
export function withTimes(step: MoveStep, now: Date): MoveStep {
  const at = step.at < now ? step.at : now;
  if (step.action === 'start') return { ...step, actualStart: step.actualStart ?? at };
  if (step.action === 'complete' || step.action === 'leaveIncomplete')
    return { ...step, actualEnd: step.actualEnd ?? at };
  return step;
}
