import { Prisma } from '#lib/platform/db.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import type { ChildCaseRun } from './child-case-run.ts';

/** So many cases in one transaction: the major case is locked for some tenths of a second at most. */
export const CUSTOMERS = 500;

/** Who is next: `caseId` is the child case that the customer has already, `active` whether a case is made for somebody like that. */
export type NextRecipient = {
  id: string;
  customerId: string;
  communicates: boolean;
  active: boolean;
  caseId: string | null;
};

/** MAJ-5 · The next of a run, under the lock of the major case: nobody else adds a child meanwhile. */
export function nextRecipients({ tx }: CommandContext, { id, of, major }: ChildCaseRun): Promise<NextRecipient[]> {
  const customer =
    of === 'accounts' ? Prisma.sql`t.account_id = r.account_id` : Prisma.sql`t.consumer_id = r.consumer_id`;
  return tx.$queryRaw<NextRecipient[]>`
    with children as materialized (
      select t.id, t.account_id, t.consumer_id from cases c join tasks t using (id) where c.parent_id = ${major.id}::uuid)
    select r.id, coalesce(r.account_id, r.consumer_id) as "customerId", r.active_communication as communicates,
           coalesce(u.active, true) as active, child.id as "caseId"
    from (select * from recipients where run_id = ${id}::uuid and state = 'queued' order by id limit ${CUSTOMERS}) r
    left join users u on u.id = r.consumer_id
    left join lateral (select t.id from children t where ${customer} order by t.id limit 1) child on true
    order by r.id`;
}
