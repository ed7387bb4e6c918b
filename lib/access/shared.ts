import type { Actor } from '#lib/platform/actor.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { hasAnyRole, mayUseWorkspace } from './policy.ts';

/** ACC-6 · Managers and administrators share list views with everybody. */
export function mayShareViews(actor: Actor): Verdict {
  if (hasAnyRole(actor, ['sn_customerservice_manager'])) return yes;
  return no('ACC-6', 'Your roles do not allow you to share views.', 'shared');
}

/** ACC-6 · Reply templates are for staff: every workspace user can keep some. */
export function mayManageReplyTemplates(actor: Actor): Verdict {
  return mayUseWorkspace(actor) ? yes : no('ACC-6', 'Reply templates are for staff.');
}

/** ACC-6 · Managers and administrators share reply templates with everybody in the workspace. */
export function mayShareReplyTemplates(actor: Actor): Verdict {
  if (hasAnyRole(actor, ['sn_customerservice_manager'])) return yes;
  return no('ACC-6', 'Your roles do not allow you to share reply templates.', 'shared');
}

/** DASH-1 · Managers see the figures of everybody's work. */
export function maySeeDashboard(actor: Actor): Verdict {
  if (hasAnyRole(actor, ['sn_customerservice_manager'])) return yes;
  return no('ACC-6', 'Your roles do not allow you to see the dashboard.');
}
