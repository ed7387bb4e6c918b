import type { Case } from '../definition.ts';
import { type CaseState, caseStates } from '../states.ts';

/** CASE-4 · The customer's answer to a question reopens the case. */
export function stateAfterComment(before: Case | null, proposed: Case, customerSpeaks: boolean): string {
  const stillWaits = before?.state === 'awaiting_info' && proposed.state === 'awaiting_info';
  return stillWaits && customerSpeaks ? 'open' : proposed.state;
}

/** A consumer's case has no account: the account of a former contact is removed with the contact. */
export function accountOfCustomer({
  contactId,
  consumerId,
  accountId,
}: Pick<Case, 'contactId' | 'consumerId' | 'accountId'>): string | null {
  return consumerId && !contactId ? null : accountId;
}

/** CASE-6 · Clears the confirmation when the case is open again, so that a repeated code must be confirmed again. */
export function confirmationOfCode({ state, codeConfirmation }: Case): string {
  return caseStates[state as CaseState]?.phase === 'open' ? '' : codeConfirmation;
}

/** MAJ-10 · A cancelled case is no longer a major case or a candidate. */
export function majorCaseStateAfter({ state, majorCaseState }: Pick<Case, 'state' | 'majorCaseState'>): string | null {
  const isInProgress = majorCaseState === 'accepted' || majorCaseState === 'proposed';
  return state === 'cancelled' && isInProgress ? 'cancelled' : majorCaseState;
}
