import { may, mayCloseWithoutCustomer, mayLeadMajorCases } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import {
  type CaseSnapshot,
  type CaseVerb,
  type CaseVerbName,
  caseVerbNames,
  caseVerbs,
  verbIsPossible,
} from '../verbs.ts';

/** CASE-8, CASE-3 · Whether the user may use this verb on the case now. CASE-9, MAJ-10: only a manager ends a major case. */
export function hasVerbNow(actor: Actor, theCase: CaseSnapshot & { number: string }, name: CaseVerbName): Verdict {
  const { label, needs }: CaseVerb = caseVerbs[name];
  const permitted = may(actor, needs, 'case');
  if (!permitted.ok) return permitted;
  if (!verbIsPossible(theCase, name, actor.id))
    return no('CASE-8', `${label} is not possible now: ${theCase.number} has moved on.`);
  if (name !== 'close' && name !== 'cancel' && name !== 'reopen') return yes;
  if (theCase.state === 'resolved') return mayCloseWithoutCustomer(actor);
  return theCase.majorCaseState === 'accepted' ? mayLeadMajorCases(actor) : yes;
}

/** CASE-8 · All verbs that the user may use now, by the same rule that refuses the others. */
export function verbsNow(actor: Actor, theCase: CaseSnapshot & { number: string }): CaseVerbName[] {
  return caseVerbNames.filter((name) => hasVerbNow(actor, theCase, name).ok);
}
