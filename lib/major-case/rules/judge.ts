import type { Case } from '#lib/kinds/case/definition.ts';
import { type CaseState, caseStates } from '#lib/kinds/case/states.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';

/** Who last decided on a candidate, and the resulting major case. */
export type Judgement = { by: string; major: string | null };

/** MAJ-2 · A candidate that was created directly has no customer, so it becomes the major case itself. */
export function isWithoutCustomer({ contactId, consumerId, accountId }: Case): boolean {
  return (contactId ?? consumerId ?? accountId) === null;
}

/** MAJ-2, MAJ-3 · Only an undecided candidate can be decided on; the refusal names who decided before. */
export function candidateIsUndecided({ number, state, majorCaseState }: Case, judged: Judgement | null): Verdict {
  if (majorCaseState === 'proposed') {
    const { label, phase } = caseStates[state as CaseState];
    return phase === 'open' ? yes : no('MAJ-2', `${number} is ${label}: it can no longer become a major case.`);
  }
  const by = judged?.by ?? 'Somebody';
  if (judged?.major) return no('MAJ-2', `${by} has approved ${number} already: it is a child of ${judged.major}.`);
  if (majorCaseState === 'accepted') return no('MAJ-2', `${by} has approved ${number} already: it is a major case.`);
  if (majorCaseState === 'rejected') return no('MAJ-3', `${by} has rejected ${number} already.`);
  return no('MAJ-2', `${number} is not a candidate.`);
}

/** MAJ-3 · A rejection needs a reason. */
export function rejectionIsExplained(reason: string): Verdict {
  return isBlank(reason) ? no('MAJ-3', 'Write why this is not a major case.', 'reason') : yes;
}
