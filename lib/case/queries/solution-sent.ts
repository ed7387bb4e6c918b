import type { ChildUpdates } from '#lib/engine/child-updates.ts';
import { childrenAffectedMessage } from '#lib/engine/rules/children-message.ts';
import { unreachableBecause } from '#lib/mail-out/unreachable-because.ts';
import type { Db } from '#lib/platform/db.ts';
import type { AnyRecord } from '#lib/record/record.ts';

type Customer = { name: string; reason: string; mailed: boolean };

/**
 * CASE-3, MAIL-10 · Says who received a proposed solution, without claiming that unreachable customers did. SYNC-MAJ-1: a major
 * case's solution goes to the customers of its child cases.
 */
export async function solutionSent(
  tx: Db,
  { number, contactId, consumerId }: AnyRecord,
  children: ChildUpdates | null = null,
): Promise<string> {
  if (children) return `Solution of ${number} saved. ${childrenAffectedMessage(children)}`;
  const [customer] = await tx.$queryRaw<Customer[]>`
    select u.name, ${unreachableBecause} as reason, u.active and u.email is not null as mailed
    from users u where u.id = ${contactId ?? consumerId}::uuid`;
  const saved = `Solution of ${number} saved.`;
  if (!customer) return `${saved} No customer is emailed: the case has no contact.`;
  const { name, reason, mailed } = customer;
  if (!reason) return `Solution sent to ${name}.`;
  // The outbox tries again for an address that has bounced.
  return mailed ? `${saved} An email is queued, but ${name} ${reason}.` : `${saved} ${name} is not emailed: ${reason}.`;
}
