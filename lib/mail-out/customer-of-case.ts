import { Prisma } from '#lib/platform/db.ts';

/** NOT-1, MAIL-10 · The customer of the case `t`: its contact or consumer, else the primary contact of its account `a`. */
export const customerOfCase = Prisma.sql`coalesce(t.contact_id, t.consumer_id, a.primary_contact_id)`;

/**
 * MAIL-10, WO-14 · The recipient is the customer of the case `t`, or of the visit, and needs no access check. Any other
 * recipient may have lost access since then. `mails`: the alias of the emails in the query.
 */
export function isCustomerOf(mails: 'm' | 'mails'): Prisma.Sql {
  const mail = Prisma.raw(mails);
  return Prisma.sql`((t.kind = 'case' or ${mail}.event = 'visit') and ${mail}.recipient_id is not distinct from ${customerOfCase})`;
}
