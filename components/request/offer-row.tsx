import { amount } from '#lib/platform/money.ts';
import type { Offer } from '#lib/request/queries/offers.ts';

/** Delivery time in words. */
export const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

/** REL-8 · A catalog item in the picker: name, price, delivery time. */
export function OfferRow({ title, description, priceCents, deliveryDays, asksApproval }: Offer) {
  return (
    <>
      <span className="wrap-anywhere">{title}</span>
      <span className="tabular-nums">{amount(priceCents)}</span>
      <span className="col-start-2 text-sm text-ink-muted">
        {description && `${description} · `}
        {days(deliveryDays)}
        {asksApproval && ' · needs approval'}
      </span>
    </>
  );
}
