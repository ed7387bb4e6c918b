import type { Settings } from '#lib/settings/settings.ts';
import { isRuleActive } from './is-rule-active.ts';
import { isSynced } from './synced-fields.ts';

/** SYNC-MAJ-1 · Whether comments on a major case are copied into its child cases, where customers read them. */
export function commentsReachChildren(settings: Settings): boolean {
  return isRuleActive('SYNC-MAJ-1', settings) && isSynced(settings, 'comments');
}
