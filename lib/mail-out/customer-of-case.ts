import { Prisma } from '#lib/platform/db.ts';

/** NOT-1, MAIL-10 · Whose the case `t` is: its contact or consumer, for want of both the primary contact of its account `a`. */
export const customerOfCase = Prisma.sql`coalesce(t.contact_id, t.consumer_id, a.primary_contact_id)`;

/**
 * MAIL-10, WO-14 · Whose the case `t` of the account `a` is, or the visit, hears of it without further question; all others may have
 * lost the right to. `mails` is the name that the mails have in the query.
 */
export function isCustomerOf(mails: 'm' | 'mails'): Prisma.Sql {
  const mail = Prisma.raw(mails);
  return Prisma.sql`((t.kind = 'case' or ${mail}.event = 'visit') and ${mail}.recipient_id is not distinct from ${customerOfCase})`;
}
