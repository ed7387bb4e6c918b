import { offerWindows } from '#lib/appointment/queries/offer-windows.ts';
import { OfferWindows } from '#lib/appointment/schema.ts';
import { route } from '#lib/door/route.ts';

/** WO-11 · The appointment windows in which a technician is free for a task. */
export const GET = route(
  { permission: 'appointment.arrange', limit: 'type-ahead', query: OfferWindows },
  async ({ actor, query }) => offerWindows(actor, query),
);
