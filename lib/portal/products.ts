import type { Person } from '#lib/platform/actor.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { notFound } from '#lib/platform/verdict.ts';

/** A product or an asset that a customer's case can be about; `value` is `product:ID` or `asset:ID`. */
export type ProductOrAsset = { value: string; label: string };

type Row = { assetId: string | null; productId: string; product: string; tag: string | null };

const MAX = 200;

/** Products and assets of the actor's account, or of the consumer, as a condition on the owner `o`. */
const isOwned = (actor: Person) =>
  'accountId' in actor
    ? Prisma.sql`o.account_id = ${actor.accountId}::uuid`
    : Prisma.sql`o.consumer_id = ${actor.id}::uuid`;

const owned = (actor: Person) => Prisma.sql`
  select o.id as "assetId", p.id as "productId", p.name as product, o.tag from assets o
  join products p on p.id = o.product_id where ${isOwned(actor)}
  union
  select null, p.id, p.name, null from install_base_items o join products p on p.id = o.product_id where ${isOwned(actor)}
  union
  select null, p.id, p.name, null from assets o join products p on p.id = o.product_id where ${isOwned(actor)}`;

/** POR-8 · The products that a customer can choose for a case: the customer's own, each before its assets. */
export async function portalProducts(tx: Db, actor: Person): Promise<ProductOrAsset[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select * from (${owned(actor)}) things order by product, tag nulls first limit ${MAX}`;
  return rows.map(({ assetId, productId, product, tag }) =>
    assetId
      ? { value: `asset:${assetId}`, label: `${product}, ${tag}` }
      : { value: `product:${productId}`, label: product },
  );
}

/** The case fields of the chosen product or asset. Refuses another customer's item like a missing one. */
export async function productOrAssetOf(
  tx: Db,
  actor: Person,
  value: string,
): Promise<{ productId?: string; assetId?: string }> {
  if (value === '') return {};
  const rows = await tx.$queryRaw<Row[]>`select * from (${owned(actor)}) things`;
  const chosen = rows.find(
    ({ assetId, productId }) => value === (assetId ? `asset:${assetId}` : `product:${productId}`),
  );
  if (!chosen) throw notFound('product');
  return { productId: chosen.productId, ...(chosen.assetId ? { assetId: chosen.assetId } : {}) };
}
