import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';

/** PRB-2 · A closed problem tells its cases nothing more. */
export function isNotClosed({ number, state }: { number: string; state: string }): Verdict {
  return state === 'closed' ? no('PRB-2', `${number} is closed.`) : yes;
}

/** PRB-2 · There is a text to communicate. */
export function hasSomethingToSay({ number }: { number: string }, what: 'workaround' | 'fix', text: string): Verdict {
  if (!isBlank(text)) return yes;
  const field = what === 'fix' ? 'fixNotes' : 'workaround';
  return no('PRB-2', `${number} has no ${what === 'fix' ? 'fix notes' : 'workaround'} yet.`, field);
}
