import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { Case } from '../definition.ts';
import { type CaseState, caseStates } from '../states.ts';
import { isAnswered } from '../verbs.ts';

const DAY = 24 * 3_600_000;

type Clock = { at: Date; days: number };

/** CASE-11 · When the clock of a proposed solution began: later than the solution by the time for which it stood still. */
const clockBegan = ({ waitsSince, resolvedAt }: Case) => waitsSince ?? resolvedAt;

/** Whether so many days have passed since the clock began. 0 days: it is off. CASE-11: what the customer commented stops it. */
function hasWaited(theCase: Case, { at, days }: Clock): boolean {
  const since = clockBegan(theCase);
  return days > 0 && since !== null && !isAnswered(theCase) && at.getTime() - since.getTime() >= days * DAY;
}

/** CASE-11 · Where the clock of an answered solution begins if it goes on at a time: it counts no moment in which it stood. */
export function clockGoesOn(theCase: Case, at: Date): Date | null {
  const since = clockBegan(theCase);
  if (!since || !theCase.answeredAt) return theCase.waitsSince;
  return new Date(since.getTime() + at.getTime() - theCase.answeredAt.getTime());
}

/** CASE-3 · A proposed solution waits for its customer; a major case, which has none, for its manager (CASE-9). */
function waitsForCustomer(theCase: Case): boolean {
  return theCase.state === 'resolved' && theCase.majorCaseState !== 'accepted';
}

/** Who has to answer a proposed solution, by name, and when the case closes without an answer, as ISO text. */
export type WaitingForAnswer = { customer: string; closesAt: string | null };

/** CASE-3 · Null: the case waits for no customer. */
export function waitingForAnswer(theCase: Case, customer: string | undefined, days: number): WaitingForAnswer | null {
  const since = clockBegan(theCase);
  if (!waitsForCustomer(theCase) || !since || !customer) return null;
  const closes = days > 0 && !isAnswered(theCase);
  return { customer, closesAt: closes ? new Date(since.getTime() + days * DAY).toISOString() : null };
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
