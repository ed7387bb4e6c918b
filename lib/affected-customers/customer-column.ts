import { Prisma } from '#lib/platform/db.ts';
import type { CustomerSort } from './customer-sort.ts';

/** The column of a recipient that says whose it is. */
export const customerColumn = (of: CustomerSort): Prisma.Sql =>
  of === 'accounts' ? Prisma.sql`account_id` : Prisma.sql`consumer_id`;
