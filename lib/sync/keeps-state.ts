import type { TaskRecord } from '#lib/record/record.ts';

/** SYNC-7 · What a case says that is not to be resolved automatically, when it is not; null: it is resolved like any other. */
export function keepsState(target: TaskRecord): string | null {
  if (target.kind !== 'case' || !target.doNotResolve) return null;
  return `This case stays open, as it is not to be resolved automatically: ${target.doNotResolveReason}`;
}
