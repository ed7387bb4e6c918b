import { unreachableBecause } from '#lib/customer/unreachable-because.ts';
import type { Db } from '#lib/platform/db.ts';
import type { AnyRecord } from '#lib/task/record.ts';

type Customer = { name: string; reason: string; mailed: boolean };

/** CASE-3, MAIL-10 · Whom a proposed solution has gone to, in words; nobody is said to have it who cannot be reached. */
export async function solutionSent(tx: Db, { number, contactId, consumerId }: AnyRecord): Promise<string> {
  const [customer] = await tx.$queryRaw<Customer[]>`
    select u.name, ${unreachableBecause} as reason, u.active and u.email is not null as mailed
    from users u where u.id = ${contactId ?? consumerId}::uuid`;
  const saved = `Solution of ${number} saved.`;
  if (!customer) return `${saved} No mail is queued to a customer: the case has no contact.`;
  const { name, reason, mailed } = customer;
  if (!reason) return `Solution sent to ${name}.`;
  // To an address that has bounced the outbox tries again.
  return mailed
    ? `${saved} A mail is queued, but ${name} ${reason}.`
    : `${saved} No mail is queued to ${name}: ${reason}.`;
}
