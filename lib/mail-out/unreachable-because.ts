import { Prisma } from '#lib/platform/db.ts';

/** NOT-1, MAIL-6 · Why the person `u` cannot be emailed; empty: the person can be. */
export const unreachableBecause = Prisma.sql`case
  when not u.active then 'no longer active'
  when u.email is null then 'no email address'
  when u.unreachable_since is not null then 'cannot be reached: ' || u.unreachable_reason
  else '' end`;
