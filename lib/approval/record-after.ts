import type { TaskRecord } from '#lib/task/definition.ts';

/**
 * CHG-1 · A rejected change goes back to New; an approved one may leave its stage. REQ-1, REQ-2 · An approved item
 * starts, a rejected one is skipped.
 */
export function recordAfterApproval(record: TaskRecord, outcome: 'approved' | 'rejected'): TaskRecord {
  const approved = outcome === 'approved';
  const item = record.kind === 'requested_item';
  const state = item ? (approved ? 'open' : 'closed_skipped') : approved ? record.state : 'new';
  return Object.assign({ ...record }, { approval: outcome, state });
}
