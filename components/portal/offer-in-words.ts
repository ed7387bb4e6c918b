import { amount } from '#lib/platform/money.ts';
import type { PortalCategory, PortalOffer } from '#lib/portal/queries/portal-catalog.ts';
import type { Say } from '#lib/words/words.ts';

/** A catalog item as the form shows it: `about` has its price, delivery time and whether it needs approval. */
export type Offer = Pick<PortalOffer, 'id' | 'name' | 'description' | 'priceCents'> & { about: string };
export type OfferCategory = { name: string; offers: readonly Offer[] };

/** POR-22 · The catalog in the reader's language. */
export function offersInWords(categories: readonly PortalCategory[], say: Say): OfferCategory[] {
  return categories.map(({ name, offers }) => ({
    name,
    offers: offers.map(({ deliveryDays, asksApproval, ...offer }) => ({
      ...offer,
      about: [
        offer.priceCents === 0 ? say('order.free') : say('order.each', { price: amount(offer.priceCents) }),
        ...(deliveryDays > 0 ? [say('order.days', { count: deliveryDays })] : []),
        ...(asksApproval ? [say('order.asks')] : []),
      ].join(' · '),
    })),
  }));
}
