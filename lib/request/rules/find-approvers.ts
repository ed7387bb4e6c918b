export type Approver = 'customer' | 'group';

/**
 * REQ-1 · The approvers of an ordered item: people of the account if the item says so, else its group; null: nobody. A
 * consumer has no account, and approves by ordering.
 */
export function findApprovers(
  offer: { approvedByCustomer: boolean; approvalGroupId: string | null },
  { accountId }: { accountId: string | null },
): Approver | null {
  if (offer.approvedByCustomer && accountId) return 'customer';
  return offer.approvalGroupId ? 'group' : null;
}
