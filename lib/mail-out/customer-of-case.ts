import { Prisma } from '#lib/platform/db.ts';

/** NOT-1, MAIL-10 · Whose the case `t` is: its contact or consumer, for want of both the primary contact of its account `a`. */
export const customerOfCase = Prisma.sql`coalesce(t.contact_id, t.consumer_id, a.primary_contact_id)`;
