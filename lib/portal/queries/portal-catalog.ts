import { mayOpenOwn } from '#lib/access/open-cases.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { pageSettings } from '#lib/settings/page-settings.ts';
import { isIntegrated } from '#lib/settings/settings.ts';

/** An item of the catalog as customers see it, without its approvers and fulfilment group. */
export type PortalOffer = {
  id: string;
  name: string;
  description: string;
  priceCents: number;
  deliveryDays: number;
  asksApproval: boolean;
};

export type PortalCategory = { name: string; offers: PortalOffer[] };

const AT_MOST = 200;

/** POR-6 · The items that customers can order, by category; empty while requests are switched off. */
export async function portalCatalog(actor: Actor): Promise<PortalCategory[]> {
  if (!mayOpenOwn(actor).ok || !isIntegrated(await pageSettings(), 'com.sn_cs_sm_request')) return [];
  const items = await db().catalogItem.findMany({
    where: { active: true },
    select: {
      id: true,
      name: true,
      description: true,
      priceCents: true,
      deliveryDays: true,
      approvalGroupId: true,
      approvedByCustomer: true,
      category: { select: { name: true } },
    },
    orderBy: [{ category: { name: 'asc' } }, { name: 'asc' }],
    take: AT_MOST,
  });
  const byCategory = Map.groupBy(items, ({ category }) => category.name);
  return [...byCategory].map(([name, offers]) => ({
    name,
    offers: offers.map(({ approvalGroupId, approvedByCustomer, category: _category, ...offer }) => ({
      ...offer,
      asksApproval: approvalGroupId !== null || approvedByCustomer,
    })),
  }));
}
