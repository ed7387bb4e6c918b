import type { Actor } from '#lib/platform/actor.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { holdsOneOf, mayUseWorkspace } from './policy.ts';

/** ACC-6 · Views of lists are shared with everybody by managers and administrators. */
export function mayShareViews(actor: Actor): Verdict {
  if (holdsOneOf(actor, ['sn_customerservice_manager'])) return yes;
  return no('ACC-6', 'Your roles do not allow you to share views.', 'shared');
}

/** ACC-6 · Reply templates are for staff: who has the workspace keeps some. */
export function mayKeepReplyTemplates(actor: Actor): Verdict {
  return mayUseWorkspace(actor) ? yes : no('ACC-6', 'Reply templates are for staff.');
}

/** ACC-6 · Reply templates are shared with everybody in the workspace by managers and administrators. */
export function mayShareReplyTemplates(actor: Actor): Verdict {
  if (holdsOneOf(actor, ['sn_customerservice_manager'])) return yes;
  return no('ACC-6', 'Your roles do not allow you to share reply templates.', 'shared');
}

/** DASH-1 · The figures of everybody's work are for managers. */
export function maySeeDashboard(actor: Actor): Verdict {
  if (holdsOneOf(actor, ['sn_customerservice_manager'])) return yes;
  return no('ACC-6', 'Your roles do not allow you to see the dashboard.');
}
