import { can } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { holds } from '#lib/platform/folded-sql.ts';
import { searchInput } from '#lib/platform/text-input.ts';

/** An item of the catalog as the picker shows it. */
export type Offer = {
  id: string;
  title: string;
  group: string;
  description: string;
  priceCents: number;
  deliveryDays: number;
  asksApproval: boolean;
};

const AT_MOST = 100;

/** REL-8 · The catalog items by category, searched by words; for users who may order. */
export async function catalogOffers(actor: Actor, query: string): Promise<Offer[]> {
  if (!can(actor, 'create', 'request')) return [];
  const words = searchInput(query).split(/\s+/).filter(Boolean);
  const text = Prisma.sql`concat_ws(' ', i.name, i.description, c.name)`;
  const found = await db().$queryRaw<{ id: string }[]>`
    select i.id from catalog_items i join catalog_categories c on c.id = i.category_id
    where i.active and ${Prisma.join([Prisma.sql`true`, ...words.map((word) => holds(text, word))], ' and ')}
    order by c.name, i.name limit ${AT_MOST}`;
  const items = await db().catalogItem.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    include: { category: true },
    orderBy: [{ category: { name: 'asc' } }, { name: 'asc' }],
  });
  return items.map(({ id, name, description, category, priceCents, deliveryDays, ...offer }) => ({
    id,
    title: name,
    group: category.name,
    description,
    priceCents,
    deliveryDays,
    asksApproval: offer.approvalGroupId !== null || offer.approvedByCustomer,
  }));
}
