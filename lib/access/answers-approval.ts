import { Prisma } from '#lib/platform/db.ts';
import { linksTo } from '#lib/record/link.ts';
import { hasRecord } from '#lib/record/link-sql.ts';
import { mayApproveSql } from './readable.ts';

/** REQ-1 · The contact `u` may approve orders of their account. */
export const approvesForAccountSql = Prisma.sql`exists (select from user_roles held where held.user_id = u.id
  and held.role in ('sn_customerservice.customer_case_manager', 'sn_customerservice.customer_admin'))`;

/**
 * CHG-1, POR-7 · The user `u` may answer an approval of a task. Staff need a role. A contact needs to be asked by name, and the
 * task must belong to the contact's account or be linked to one of its cases.
 */
export function mayAnswerSql(taskId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`case when u.kind = 'internal' then ${mayApproveSql} else exists (
    select from contacts person join tasks asked on asked.id = ${taskId} where person.id = u.id and (
      asked.account_id = person.account_id or exists (select from cases c join tasks linked using (id)
        where linked.account_id = person.account_id and ${hasRecord(linksTo('change'), taskId)}))) end`;
}
