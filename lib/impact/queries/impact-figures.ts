import { db, Prisma } from '#lib/platform/db.ts';
import { affectedByCustomer, affectedTables, type Origin } from '../affected-sql.ts';
import { pillConditions } from '../pill-sql.ts';
import { type ImpactPill, impactPillNames } from '../pills.ts';

/** IMP-2 · How many customers are affected in total, and how many each pill shows. */
export type ImpactFigures = {
  contractCents: number;
  accounts: number;
  consumers: number;
  products: number;
  installBaseItems: number;
  /** Cases opened by or for customers, excluding proactive ones. */
  reactiveCases: number;
  /** Configuration items that depend on the failing item. */
  dependents: number;
  byPill: Record<ImpactPill, number>;
};

type Row = Omit<ImpactFigures, 'byPill' | 'contractCents'> & Record<ImpactPill, number> & { contractCents: bigint };

/** IMP-2 · The figures for all affected customers. The caller has checked that the actor may know. */
export async function impactFigures(origin: Origin): Promise<ImpactFigures> {
  const counts = impactPillNames.map(
    (pill) => Prisma.sql`(count(*) filter (where ${pillConditions[pill]}))::int as ${Prisma.raw(`"${pill}"`)}`,
  );
  const [row] = await db().$queryRaw<Row[]>`
    with recursive ${affectedTables(origin)}, ${affectedByCustomer(origin)}
    select (count(*) filter (where not is_consumer))::int as accounts,
      (count(*) filter (where is_consumer))::int as consumers, ${Prisma.join(counts)},
      coalesce(sum(a.contract_value) * 100, 0)::bigint as "contractCents",
      (select count(distinct product_id)::int from hit) as products,
      (select count(*)::int from hit) as "installBaseItems",
      (select count(*)::int from associated where not proactive) as "reactiveCases",
      (select count(*)::int from impacted where depth > 0) as dependents
    from affected left join accounts a on a.id = customer_id`;
  if (!row) throw new Error('An aggregate has no row.');
  const { accounts, consumers, products, installBaseItems, reactiveCases, dependents } = row;
  const byPill = Object.fromEntries(impactPillNames.map((pill) => [pill, row[pill]])) as ImpactFigures['byPill'];
  const contractCents = Number(row.contractCents);
  return { contractCents, accounts, consumers, products, installBaseItems, reactiveCases, dependents, byPill };
}
