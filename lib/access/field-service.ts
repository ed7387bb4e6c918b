import type { Actor } from '#lib/platform/actor.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { holdsOneOf } from './policy.ts';

/** ACC-6, WO-10 · Dispatchers and administrators of field service set when technicians work, and what they can do. */
export function mayKeepTechnicians(actor: Actor): Verdict {
  if (holdsOneOf(actor, ['wm_dispatcher', 'wm_admin'])) return yes;
  return no('ACC-6', 'Your roles do not allow you to manage technicians.');
}
