import { mayCloseMajor } from '#lib/access/policy.ts';
import { type Actor, isCustomer } from '#lib/platform/actor.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { Case } from '../definition.ts';
import { type CaseVerbName, caseVerbs, verbsNow } from '../verbs.ts';

/** CASE-8, CASE-3 · The verb is one that this person has on this case now. CASE-9: a major case is closed by a manager. */
export function hasVerbNow(actor: Actor, theCase: Case, verb: CaseVerbName): Verdict {
  const as = isCustomer(actor) ? 'customer' : 'agent';
  if (!verbsNow(theCase, { userId: actor.id, as }).includes(verb))
    return no('CASE-8', `${caseVerbs[verb].label} is not possible now: ${theCase.number} has moved on.`);
  const closesMajor = verb === 'close' && theCase.majorCaseState === 'accepted' && theCase.state === 'resolved';
  return closesMajor ? mayCloseMajor(actor) : yes;
}
