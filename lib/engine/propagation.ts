import { maySeeAffectedCount } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { Settings } from '#lib/settings/settings.ts';
import { isRuleActive } from '#lib/sync/is-rule-active.ts';
import { commentsReachCases } from '#lib/sync/preview.ts';
import { isSynced } from '#lib/sync/synced-fields.ts';
import { childrenReadMessage, childrenUpdatedMessage } from './rules/children-message.ts';
import { commentAffectsMessage } from './rules/updated-cases-message.ts';

/** SYNC-3, SYNC-MAJ-1 · How many cases a record's changes may update, and what its composers say about that. */
export type Propagation = { affectedCases: number; onComment: string; onNote: string };

type Notified = { actor: Actor; settings: Settings; affectedCases: number };

/** SYNC-3 · The propagation preview for a user who may know the number of cases. */
export function propagationOf(kind: TaskKind, { actor, settings, affectedCases }: Notified): Propagation {
  const count = maySeeAffectedCount(actor, kind) ? affectedCases : 0;
  const none = { affectedCases: count, onComment: '', onNote: '' };
  if (count === 0) return none;
  if (kind !== 'case')
    return commentsReachCases(kind, settings) ? { ...none, onComment: commentAffectsMessage(count) } : none;
  if (!isRuleActive('SYNC-MAJ-1', settings)) return none;
  return {
    affectedCases: count,
    onComment: isSynced(settings, 'comments') ? childrenReadMessage(count) : '',
    onNote: isSynced(settings, 'work_notes') ? childrenUpdatedMessage(count) : '',
  };
}
