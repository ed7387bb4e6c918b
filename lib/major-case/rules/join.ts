import type { Case } from '#lib/kinds/case/definition.ts';
import { type CaseState, caseStates } from '#lib/kinds/case/states.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { isWithoutCustomer } from './judge.ts';

/** MAJ-4 · Only a major case in progress accepts children. */
export function acceptsChildren({ number, state, majorCaseState }: Case): Verdict {
  if (majorCaseState !== 'accepted') return no('MAJ-4', `${number} is not a major case.`);
  const { label, phase } = caseStates[state as CaseState];
  return phase === 'open' ? yes : no('MAJ-4', `${number} is ${label}: no more child cases can be added.`);
}

/** MAJ-4 · Whether a case can become a child; `parent` is the number of its current major case. */
export function caseMayJoin(theCase: Case, major: Case, parent: string | null): Verdict {
  const { number, state, majorCaseState, parentId } = theCase;
  const { label, phase } = caseStates[state as CaseState];
  if (theCase.id === major.id) return no('MAJ-4', `${number} is this major case itself.`);
  if (phase !== 'open') return no('MAJ-4', `${number} is ${label}.`);
  if (majorCaseState === 'accepted') return no('MAJ-4', `${number} is a major case itself.`);
  if (majorCaseState === 'proposed') return no('MAJ-4', `${number} is a candidate: approve or reject it first.`);
  if (parentId === major.id) return no('MAJ-4', `${number} is a child of this major case already.`);
  if (parentId) return no('MAJ-4', `${number} belongs to major case ${parent ?? 'of another issue'}.`);
  return isWithoutCustomer(theCase) ? no('MAJ-4', `${number} has no customer.`) : yes;
}

/** MAJ-4 · Only a child of this major case can be removed from it. */
export function caseIsChildOf(theCase: Case, major: Case): Verdict {
  if (theCase.parentId === major.id) return yes;
  return no('MAJ-4', `${theCase.number} is no longer a child of ${major.number}.`);
}
