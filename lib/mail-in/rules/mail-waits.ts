import { type IncomingOutcome, mailFate } from '#lib/mail-out/mail-status.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** What somebody has to look at. */
const waitingOutcomes = ['waits_for_review', 'held_back'] as const satisfies readonly IncomingOutcome[];

const isWaiting = (outcome: IncomingOutcome) => waitingOutcomes.some((each) => each === outcome);

/** MAIL-5 · A mail is reviewed once: what has been filed, has opened a case or was discarded stays so. */
export function mailWaits(outcome: IncomingOutcome): Verdict {
  if (isWaiting(outcome)) return yes;
  return no('MAIL-5', `This email does not wait for review: ${mailFate(outcome, '')}.`);
}
