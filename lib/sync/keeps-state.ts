import type { TaskRecord } from '#lib/record/record.ts';

/** SYNC-7 · Note for a case that is marked not to be resolved automatically; null if it can be resolved. */
export function keepsState(target: TaskRecord): string | null {
  if (target.kind !== 'case' || !target.doNotResolve) return null;
  return `This case stays open, as it is not to be resolved automatically: ${target.doNotResolveReason}`;
}
