import type { Actor } from '#lib/platform/actor.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { Case } from '../definition.ts';
import { type CaseState, caseStates } from '../states.ts';
import { type CaseVerb, caseVerbs } from '../verbs.ts';
import { verbsNow } from './has-verb-now.ts';

/** Such as Open case. A verb that asks for input is a separate action, so it is never run automatically. */
const leadsBack = ({ to, asks }: CaseVerb, state: string) => to === state && asks.length === 0;

/** CASE-8, CASE-3 · Whether a button that the actor has on the case now leads back to a state. */
export function hasVerbBackTo(actor: Actor, theCase: Case, to: string): Verdict {
  if (verbsNow(actor, theCase).some((name) => leadsBack(caseVerbs[name], to))) return yes;
  if (theCase.state === 'resolved') return no('CASE-3', 'Only the customer can reopen a resolved case.');
  const label = (state: string) => caseStates[state as CaseState]?.label ?? state;
  return no('REC-5', `No button leads from ${label(theCase.state)} back to ${label(to)}.`);
}
