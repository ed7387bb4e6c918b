import { Prisma } from '#lib/platform/db.ts';

/** IMP-1 · A mail about the case has gone, or goes, to a customer; `caseId` is an expression of the query around it. */
export const communicated = (caseId: Prisma.Sql): Prisma.Sql => Prisma.sql`exists (
  select from mails m join users u on u.id = m.recipient_id
  where m.task_id = ${caseId} and m.status in ('queued', 'sent') and u.kind <> 'internal')`;
