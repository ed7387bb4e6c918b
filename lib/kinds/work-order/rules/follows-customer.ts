import type { WorkOrder } from '../definition.ts';

/** WO-3 · A new account sets the company, and a new contact or consumer the caller. A new order gets both from the start. */
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
