import type { Actor } from '#lib/platform/actor.ts';
import { no, type Verdict } from '#lib/platform/verdict.ts';
import { can, mayUseWorkspace, mayWork } from './policy.ts';

/** WO-6, ACC-15 · Users who work the work order arrange its visits. A technician alone assigns tasks to nobody. */
export function mayArrangeVisit(actor: Actor, task: Parameters<typeof mayWork>[1]): Verdict {
  if (can(actor, 'edit', 'work_order')) return mayWork(actor, task);
  return no('ACC-6', 'Your roles do not allow you to arrange appointments.');
}

/** WO-13 · Staff may pass the limits with a reason; customers never. */
export const mayOverrideLimits = (actor: Actor): boolean => mayUseWorkspace(actor);
