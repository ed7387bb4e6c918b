import type { Db } from '#lib/platform/db.ts';
import { affectedTables } from '../affected-sql.ts';

/** A customer whom a record affects: an account, or a consumer, who may have been deactivated. */
export type AffectedCustomer = { name: string; active: boolean } & (
  | { accountId: string; consumerId: null }
  | { accountId: null; consumerId: string }
);

/**
 * IMP-1 · Everybody whom an incident, problem or change affects, accounts first, by name: who has something installed on what
 * fails or on what depends on it, and whose cases have the record. Whether the actor may know of them, the caller has asked.
 */
export async function affectedCustomers(db: Db, taskId: string, about?: string | null): Promise<AffectedCustomer[]> {
  return db.$queryRaw<AffectedCustomer[]>`
    with recursive ${affectedTables({ taskId, about })},
    affected as (select customer_id, is_consumer from hit union select customer_id, is_consumer from associated)
    select case when not is_consumer then customer_id end as "accountId",
      case when is_consumer then customer_id end as "consumerId", coalesce(a.name, u.name) as name,
      coalesce(u.active, true) as active
    from affected f left join accounts a on a.id = f.customer_id left join users u on u.id = f.customer_id
    order by is_consumer, name, customer_id`;
}
