import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { Case } from '../definition.ts';
import { type CaseState, caseStates } from '../states.ts';

const DAY = 24 * 3_600_000;

type Clock = { at: Date; days: number };

/** Whether so many days have passed since the solution was proposed. 0 days: the clock is off. */
function hasWaited({ resolvedAt }: Case, { at, days }: Clock): boolean {
  return days > 0 && resolvedAt !== null && at.getTime() - resolvedAt.getTime() >= days * DAY;
}

/** CASE-3 · A proposed solution waits for its customer; a major case, which has none, for its manager (CASE-9). */
function waitsForCustomer(theCase: Case): boolean {
  return theCase.state === 'resolved' && theCase.majorCaseState !== 'accepted';
}

/** Who has to answer a proposed solution, by name, and when the case closes without an answer, as ISO text. */
export type WaitingForAnswer = { customer: string; closesAt: string | null };

/** CASE-3 · Null: the case waits for no customer. */
export function waitingForAnswer(theCase: Case, customer: string | undefined, days: number): WaitingForAnswer | null {
  const { resolvedAt } = theCase;
  if (!waitsForCustomer(theCase) || !resolvedAt || !customer) return null;
  return { customer, closesAt: days > 0 ? new Date(resolvedAt.getTime() + days * DAY).toISOString() : null };
}

/** REL-1 · A case whose solution waits for an answer is as it was when the solution was proposed. */
export function caseIsWorked({ number, state }: Case): Verdict {
  const { label, phase } = caseStates[state as CaseState];
  return phase === 'open' ? yes : no('REL-1', `${number} is ${label}: related records change while it is open.`);
}

/** CASE-3 · The customer is reminded of a proposed solution, once, when it has waited long enough. */
export function mayRemind(theCase: Case, clock: Clock): Verdict {
  const { number, resolvedAt, remindedAt, contactId, consumerId } = theCase;
  const reminded = remindedAt !== null && resolvedAt !== null && remindedAt >= resolvedAt;
  if (waitsForCustomer(theCase) && (contactId ?? consumerId) && hasWaited(theCase, clock) && !reminded) return yes;
  return no('CASE-3', `There is nothing to remind of in ${number} now.`);
}

/** CASE-3 · A proposed solution that nobody answers is accepted by the clock. */
export function mayCloseUnanswered(theCase: Case, clock: Clock): Verdict {
  if (waitsForCustomer(theCase) && hasWaited(theCase, clock)) return yes;
  return no('CASE-3', `${theCase.number} is not to be closed by the clock now.`);
}
