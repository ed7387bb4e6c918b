import type { Case } from '../definition.ts';
import { type CaseState, caseStates } from '../states.ts';

/** CASE-4 · The customer's answer to a question opens the case again. */
export function stateAfterComment(before: Case | null, proposed: Case, customerSpeaks: boolean): string {
  const stillWaits = before?.state === 'awaiting_info' && proposed.state === 'awaiting_info';
  return stillWaits && customerSpeaks ? 'open' : proposed.state;
}

/** A case of a consumer has no account: that of a former contact goes with the contact. */
export function accountOfCustomer({
  contactId,
  consumerId,
  accountId,
}: Pick<Case, 'contactId' | 'consumerId' | 'accountId'>): string | null {
  return consumerId && !contactId ? null : accountId;
}

/** CASE-6 · What was confirmed of a solution goes with it: the same code is confirmed anew when it is proposed again. */
export function confirmationOfCode({ state, codeConfirmation }: Case): string {
  return caseStates[state as CaseState]?.phase === 'open' ? '' : codeConfirmation;
}

/** MAJ-10 · A major case, or a candidate, that is cancelled is none any longer. */
export function majorCaseStateAfter({ state, majorCaseState }: Pick<Case, 'state' | 'majorCaseState'>): string | null {
  const isUnderWay = majorCaseState === 'accepted' || majorCaseState === 'proposed';
  return state === 'cancelled' && isUnderWay ? 'cancelled' : majorCaseState;
}
