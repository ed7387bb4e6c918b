import { can } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { escapeLike, searchInput } from '#lib/platform/text-input.ts';

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

/** REL-8 · What the catalog offers by category, searched by words; for who may order. */
export async function catalogOffers(actor: Actor, query: string): Promise<Offer[]> {
  if (!can(actor, 'create', 'request')) return [];
  const words = searchInput(query).split(/\s+/).filter(Boolean);
  const has = (word: string) => ({ contains: escapeLike(word), mode: 'insensitive' as const });
  const items = await db().catalogItem.findMany({
    where: {
      active: true,
      AND: words.map((word) => ({
        OR: [{ name: has(word) }, { description: has(word) }, { category: { name: has(word) } }],
      })),
    },
    include: { category: true },
    orderBy: [{ category: { name: 'asc' } }, { name: 'asc' }],
    take: AT_MOST,
  });
  return items.map(({ id, name, description, category, priceCents, deliveryDays, approvalGroupId }) => ({
    id,
    title: name,
    group: category.name,
    description,
    priceCents,
    deliveryDays,
    asksApproval: approvalGroupId !== null,
  }));
}
