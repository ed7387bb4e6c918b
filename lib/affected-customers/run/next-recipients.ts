import { Prisma } from '#lib/platform/db.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import type { ChildCaseRun } from './child-case-run.ts';

/** Cases in one transaction; the major case stays locked for a few tenths of a second at most. */
export const CUSTOMERS = 500;

/** A next customer. `caseId`: the customer's existing child case; `active`: inactive customers get no case. */
export type NextRecipient = {
  id: string;
  customerId: string;
  communicates: boolean;
  active: boolean;
  caseId: string | null;
};

/** MAJ-5 · The next customers of a run. The major case is locked, so nobody else adds a child at the same time. */
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
