import { Prisma } from '#lib/platform/db.ts';
import type { CustomerSort } from './customer-sort.ts';

/** The recipient's column that references its customer. */
export const customerColumn = (of: CustomerSort): Prisma.Sql =>
  of === 'accounts' ? Prisma.sql`account_id` : Prisma.sql`consumer_id`;
