import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { Case } from '../definition.ts';
import { type CaseState, caseStates } from '../states.ts';
import { isAnswered } from '../verbs.ts';

const DAY = 24 * 3_600_000;

type Clock = { at: Date; days: number };

/** CASE-11 · When the clock of a proposed solution started. Pauses move this time later. */
const clockBegan = ({ waitsSince, resolvedAt }: Case) => waitsSince ?? resolvedAt;

/** Whether so many days have passed since the clock started. 0 days: never. CASE-11: a customer's comment pauses the clock. */
function hasWaited(theCase: Case, { at, days }: Clock): boolean {
  const since = clockBegan(theCase);
  return days > 0 && since !== null && !isAnswered(theCase) && at.getTime() - since.getTime() >= days * DAY;
}

/** CASE-11 · The clock's new start if it resumes at a time. The pause is not counted. */
export function resumedClock(theCase: Case, at: Date): Date | null {
  const since = clockBegan(theCase);
  if (!since || !theCase.answeredAt) return theCase.waitsSince;
  return new Date(since.getTime() + at.getTime() - theCase.answeredAt.getTime());
}

/** CASE-3 · A proposed solution waits for its customer. A major case has none and waits for its manager (CASE-9). */
function waitsForCustomer(theCase: Case): boolean {
  return theCase.state === 'resolved' && theCase.majorCaseState !== 'accepted';
}

/** Who must answer a proposed solution, and when the case closes without an answer, as ISO text. */
export type WaitingForAnswer = { customer: string; closesAt: string | null };

/** CASE-3 · Null: the case does not wait for a customer. */
export function waitingForAnswer(theCase: Case, customer: string | undefined, days: number): WaitingForAnswer | null {
  const since = clockBegan(theCase);
  if (!waitsForCustomer(theCase) || !since || !customer) return null;
  const closes = days > 0 && !isAnswered(theCase);
  return { customer, closesAt: closes ? new Date(since.getTime() + days * DAY).toISOString() : null };
}

/** REL-1 · Related records change only while the case is open, so not while its solution waits for an answer. */
export function caseIsOpen({ number, state }: Case): Verdict {
  const { label, phase } = caseStates[state as CaseState];
  return phase === 'open' ? yes : no('REL-1', `${number} is ${label}: related records change while it is open.`);
}

/** CASE-3 · The customer gets one reminder of a proposed solution that has waited long enough. */
export function mayRemind(theCase: Case, clock: Clock): Verdict {
  const { number, resolvedAt, remindedAt, contactId, consumerId } = theCase;
  const reminded = remindedAt !== null && resolvedAt !== null && remindedAt >= resolvedAt;
  if (waitsForCustomer(theCase) && (contactId ?? consumerId) && hasWaited(theCase, clock) && !reminded) return yes;
  return no('CASE-3', `There is nothing to remind of in ${number} now.`);
}

/** CASE-3 · A proposed solution without an answer is accepted automatically. */
export function mayCloseUnanswered(theCase: Case, clock: Clock): Verdict {
  if (waitsForCustomer(theCase) && hasWaited(theCase, clock)) return yes;
  return no('CASE-3', `${theCase.number} is not to be closed by the clock now.`);
}
