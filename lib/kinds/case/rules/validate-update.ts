import { can } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import type { JournalInput, UpdateContext } from '#lib/record/definition.ts';
import { mayMove } from '#lib/record/rules/may-move.ts';
import type { Case } from '../definition.ts';
import { type CaseState, caseMoves, caseStates } from '../states.ts';
import { hasNoCustomerToAnswer } from '../verbs.ts';
import { caseHasOneCustomer } from './one-customer.ts';

/** CASE-5 · A Closed or Cancelled case is read-only. */
export function caseIsNotClosed(theCase: { number: string; state: string }): Verdict {
  if (theCase.state !== 'closed' && theCase.state !== 'cancelled') return yes;
  return no('CASE-5', `${theCase.number} is ${caseStates[theCase.state].label} and can no longer be changed.`);
}

/** REC-5 · The case moves only as the table of moves allows. */
export function caseMayMove(from: string, to: string): Verdict {
  return mayMove({ noun: 'A case', states: caseStates, moves: caseMoves[from as CaseState] }, from, to);
}

/** CASE-1 · Request info needs the question, as an additional comment. */
export function questionIsAsked(before: Case, after: Case, journal: JournalInput): Verdict {
  if (after.state !== 'awaiting_info' || before.state === 'awaiting_info' || !isBlank(journal.comment)) return yes;
  return no('CASE-1', 'Write the question: the customer sees it as an additional comment.', 'comment');
}

/** CASE-3, CASE-10 · The customer answers, or a user records the customer's answer. */
const isAnswered = (actor: Actor, answersFor: string | undefined) =>
  can(actor, 'answer', 'case') || answersFor !== undefined;

/** CASE-2 · A proposed solution needs code and notes. An agent who closes needs notes, a customer doesn't. */
export function solutionIsProvided(before: Case, after: Case, actor: Actor, answersFor?: string): Verdict {
  if (before.state === after.state) return yes;
  if (after.state === 'resolved' && !after.resolutionCode)
    return no('CASE-2', 'Choose how the case was solved.', 'resolutionCode');
  const speaks = after.state === 'resolved' || (after.state === 'closed' && !isAnswered(actor, answersFor));
  if (speaks && isBlank(after.resolutionNotes))
    return no('CASE-2', 'Write what was done: the resolution notes are empty.', 'resolutionNotes');
  return yes;
}

/** CASE-3 · Only the customer, or the scheduled job, moves a case in Resolved. For a major case the manager does. */
export function onlyTheCustomerAnswers(before: Case, after: Case, actor: Actor, answersFor?: string): Verdict {
  if (before.state !== 'resolved' || after.state === 'resolved') return yes;
  if (isAnswered(actor, answersFor) || hasNoCustomerToAnswer(before)) return yes;
  return no('CASE-3', `${before.number} waits for the customer, who accepts or rejects the solution.`, 'state');
}

/** CASE-10 · A user who records a customer's answer must say how it was given. */
function answerIsExplained({ workNote }: JournalInput, answersFor?: string): Verdict {
  if (answersFor === undefined || !isBlank(workNote)) return yes;
  return no('CASE-10', `Write how ${answersFor} answered.`, 'workNote');
}

/** SYNC-7 · Excluding a case from automatic resolution needs a reason. */
function markIsExplained({ doNotResolve, doNotResolveReason }: Case): Verdict {
  if (!doNotResolve || !isBlank(doNotResolveReason)) return yes;
  return no('SYNC-7', 'Enter why the case must not be resolved automatically.', 'doNotResolveReason');
}

type Update = Pick<UpdateContext, 'actor' | 'journal' | 'answersFor'>;

/** All rules for an update of a case. */
export function validateCase(before: Case | null, after: Case, { actor, journal, answersFor }: Update): Verdict {
  if (!before) return first(caseHasOneCustomer(null, after), markIsExplained(after));
  return first(
    caseIsNotClosed(before),
    caseHasOneCustomer(before, after),
    markIsExplained(after),
    caseMayMove(before.state, after.state),
    onlyTheCustomerAnswers(before, after, actor, answersFor),
    answerIsExplained(journal, answersFor),
    questionIsAsked(before, after, journal),
    solutionIsProvided(before, after, actor, answersFor),
  );
}
