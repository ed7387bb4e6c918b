import { Prisma } from '#lib/platform/db.ts';
import type { ImpactPill } from './pills.ts';

/** IMP-2 · The filter of each pill, as a condition on the table `affected`. */
export const pillConditions: Readonly<Record<ImpactPill, Prisma.Sql>> = {
  all: Prisma.sql`true`,
  critical: Prisma.sql`critical`,
  no_proactive: Prisma.sql`not proactive`,
  no_communication: Prisma.sql`contact is distinct from 'sent' and contact is distinct from 'queued'`,
};
