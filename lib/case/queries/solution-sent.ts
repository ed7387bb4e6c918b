import type { ChildUpdates } from '#lib/engine/child-updates.ts';
import { childrenToldMessage } from '#lib/engine/rules/children-message.ts';
import { unreachableBecause } from '#lib/mail-out/unreachable-because.ts';
import type { Db } from '#lib/platform/db.ts';
import type { AnyRecord } from '#lib/record/record.ts';

type Customer = { name: string; reason: string; mailed: boolean };

/**
 * CASE-3, MAIL-10 · Whom a proposed solution has gone to, in words; nobody is said to have it who cannot be reached. SYNC-MAJ-1: that
 * of a major case has gone to the customers of its child cases.
 */
export async function solutionSent(
  tx: Db,
  { number, contactId, consumerId }: AnyRecord,
  children: ChildUpdates | null = null,
): Promise<string> {
  if (children) return `Solution of ${number} saved. ${childrenToldMessage(children)}`;
  const [customer] = await tx.$queryRaw<Customer[]>`
    select u.name, ${unreachableBecause} as reason, u.active and u.email is not null as mailed
    from users u where u.id = ${contactId ?? consumerId}::uuid`;
  const saved = `Solution of ${number} saved.`;
  if (!customer) return `${saved} No customer is emailed: the case has no contact.`;
  const { name, reason, mailed } = customer;
  if (!reason) return `Solution sent to ${name}.`;
  // To an address that has bounced the outbox tries again.
  return mailed ? `${saved} An email is queued, but ${name} ${reason}.` : `${saved} ${name} is not emailed: ${reason}.`;
}
