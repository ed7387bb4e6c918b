import type { WorkOrder } from '../definition.ts';

/** WO-3 · Another account sets the company, another contact or consumer the caller; a new order has both from the start. */
export function followsAccountAndContact(before: WorkOrder | null, proposed: WorkOrder): WorkOrder {
  const person = proposed.contactId ?? proposed.consumerId;
  if (!before)
    return { ...proposed, companyId: proposed.companyId ?? proposed.accountId, callerId: proposed.callerId ?? person };
  const accountChanges = proposed.accountId !== before.accountId;
  const personChanges = person !== (before.contactId ?? before.consumerId);
  return {
    ...proposed,
    ...(accountChanges ? { companyId: proposed.accountId } : {}),
    ...(personChanges ? { callerId: person } : {}),
  };
}
