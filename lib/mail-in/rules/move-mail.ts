import type { IncomingOutcome } from '#lib/mail-out/mail-status.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { mailIsUndecided } from './mail-is-undecided.ts';

/** MAIL-5 · Only an email in a case can be moved. */
export function isInCase(outcome: IncomingOutcome): Verdict {
  if (outcome === 'filed' || outcome === 'opened_case') return yes;
  return no('MAIL-5', 'This email is not filed to a case, so it cannot be moved.');
}

/** MAIL-5 · An email cannot be moved to a case that it was filed to before: its text is still there. */
export function mayMoveMail({ stands, to }: { stands: readonly string[]; to: string }): Verdict {
  return stands.includes(to) ? no('MAIL-5', `This email is already filed to ${to}.`, 'number') : yes;
}

/** MAIL-5 · Only a discarded email can be returned to the review, not one that was added to a case. */
export function mayGoBack(outcome: IncomingOutcome): Verdict {
  if (outcome === 'discarded') return yes;
  if (mailIsUndecided(outcome).ok) return no('MAIL-5', 'This email is in the review already.');
  return no('MAIL-5', 'Only a discarded email can go back to review. An email that is filed to a case can be moved.');
}
