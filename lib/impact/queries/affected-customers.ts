import { type Db, db } from '#lib/platform/db.ts';
import { affectedTables } from '../affected-sql.ts';

/** An affected customer: an account, or a consumer, who may be inactive. */
export type AffectedCustomer = { name: string; active: boolean } & (
  | { accountId: string; consumerId: null }
  | { accountId: null; consumerId: string }
);

/**
 * IMP-1 · Customers whom an incident, problem or change affects, accounts first, by name: those with something installed on the
 * failing item or on one that depends on it, and those whose cases have the record. The caller has checked the actor's access.
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

/** IMP-2 · How many customers a record affects. The caller has checked that the actor may know. */
export async function affectedCount(taskId: string): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    with recursive ${affectedTables({ taskId })}
    select count(*)::int as count from (select customer_id from hit union select customer_id from associated) affected`;
  return row?.count ?? 0;
}
