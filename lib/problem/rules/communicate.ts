import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import type { Settings } from '#lib/settings/settings.ts';
import { isRuleActive } from '#lib/sync/is-rule-active.ts';

/** PRB-2 · A closed problem communicates nothing more. */
export function isNotClosed({ number, state }: { number: string; state: string }): Verdict {
  return state === 'closed' ? no('PRB-2', `${number} is closed.`) : yes;
}

/** PRB-2 · The text to communicate must not be empty. */
export function communicationHasText(
  { number }: { number: string },
  what: 'workaround' | 'fix',
  text: string,
): Verdict {
  if (!isBlank(text)) return yes;
  const field = what === 'fix' ? 'fixNotes' : 'workaround';
  return no('PRB-2', `${number} has no ${what === 'fix' ? 'fix notes' : 'workaround'} yet.`, field);
}

/** REL-3, PRB-2 · A rule must be active: a text that reaches no case does not count as communicated. */
export function communicationRuleIsActive(what: 'workaround' | 'fix', settings: Settings): Verdict {
  const rule = what === 'fix' ? 'SYNC-PRB-3' : 'SYNC-PRB-2';
  return isRuleActive(rule, settings) ? yes : no('REL-3', `The rule ${rule} or its integration is not active.`);
}
