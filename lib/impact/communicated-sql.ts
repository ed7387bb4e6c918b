import { Prisma } from '#lib/platform/db.ts';

const goes = Prisma.sql`m.status in ('queued', 'sent') and u.kind <> 'internal'`;

/** IMP-1, NOT-6 · A mail about the case has gone, or goes, to a customer, be it one that names the case among others; `caseId` is an expression of the query around it. */
export const communicated = (caseId: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  exists (select from mails m join users u on u.id = m.recipient_id where m.task_id = ${caseId} and ${goes})
  or exists (
    select from notify_cases told join notify_case_people theirs using (run_id, case_id)
    join notify_people p on p.run_id = theirs.run_id and p.user_id = theirs.user_id
    join mails m on m.id = p.mail_id join users u on u.id = p.user_id
    where told.case_id = ${caseId} and told.state = 'told' and ${goes}))`;
