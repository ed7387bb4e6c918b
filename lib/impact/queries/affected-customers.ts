import { type Db, Prisma } from '#lib/platform/db.ts';
import { affectedTables } from '../affected-sql.ts';

/** A customer whom a record affects: an account or a consumer. */
export type AffectedCustomer = { name: string } & (
  | { accountId: string; consumerId: null }
  | { accountId: null; consumerId: string }
);

/**
 * IMP-1 · Everybody whom an incident, problem or change affects, accounts first, by name: who has something installed on what
 * fails or on what depends on it, and whose cases have the record. Whether the actor may know of them, the caller has asked.
 */
export async function affectedCustomers(db: Db, taskId: string): Promise<AffectedCustomer[]> {
  return db.$queryRaw<AffectedCustomer[]>`
    with recursive ${affectedTables({ taskId })},
    affected as (${customersAffected})
    select f.account_id as "accountId", f.consumer_id as "consumerId", coalesce(a.name, u.name) as name
    from affected f left join accounts a on a.id = f.account_id left join users u on u.id = f.consumer_id
    order by f.consumer_id is not null, name, f.account_id, f.consumer_id`;
}

/** The same as a query that names each once, of the tables of `affectedTables`. */
const customersAffected = Prisma.sql`
  select account_id, consumer_id from hit union select account_id, consumer_id from associated`;
