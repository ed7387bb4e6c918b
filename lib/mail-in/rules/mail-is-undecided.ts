import { type IncomingOutcome, mailOutcomeText } from '#lib/mail-out/mail-status.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** The outcomes that need a review. */
const waitingOutcomes = ['waits_for_review', 'held_back'] as const satisfies readonly IncomingOutcome[];

const isWaiting = (outcome: IncomingOutcome) => waitingOutcomes.some((each) => each === outcome);

/** MAIL-5 · An email is reviewed once: a filed or discarded email, or one that opened a case, is decided. */
export function mailIsUndecided(outcome: IncomingOutcome): Verdict {
  if (isWaiting(outcome)) return yes;
  return no('MAIL-5', `This email does not wait for review: ${mailOutcomeText(outcome, '')}.`);
}
