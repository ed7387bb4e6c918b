import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { Case } from '../definition.ts';

const hasCustomer = ({ contactId, consumerId, accountId }: Case) => (contactId ?? consumerId ?? accountId) !== null;

/** CASE-9 · A case has a contact, a consumer, or (proactive) an account, never both. One begun as a major case has none. */
export function caseHasOneCustomer(before: Case | null, theCase: Case): Verdict {
  if (theCase.contactId && theCase.consumerId)
    return no('REC-5', 'A case has a contact or a consumer, not both.', 'consumerId');
  if (theCase.contactId || theCase.consumerId) return majorCaseGetsNoCustomer(before, theCase);
  if (theCase.proactive && theCase.accountId) return majorCaseGetsNoCustomer(before, theCase);
  const beganWithout = before ? !hasCustomer(before) : theCase.majorCaseState === 'proposed';
  if (theCase.majorCaseState === 'accepted' || (beganWithout && !hasCustomer(theCase))) return yes;
  return no('REC-5', 'Choose the contact or the consumer whose case this is.', 'contactId');
}

/** MAJ-4 · A major case has no customer. Its children have customers. */
function majorCaseGetsNoCustomer(before: Case | null, theCase: Case): Verdict {
  const gets = theCase.majorCaseState === 'accepted' && (before === null || !hasCustomer(before));
  return gets
    ? no('MAJ-4', 'A major case has no customer: add the case of the customer as a child.', 'contactId')
    : yes;
}
