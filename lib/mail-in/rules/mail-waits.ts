import { type IncomingOutcome, mailFate } from '#lib/mail/mail-status.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** MAIL-5 · A mail is reviewed once: what has been filed, has opened a case or was discarded stays so. */
export function mailWaits(outcome: IncomingOutcome): Verdict {
  if (outcome === 'waits_for_review' || outcome === 'held_back') return yes;
  return no('MAIL-5', `This email does not wait for review: ${mailFate(outcome, '')}.`);
}
