import { notFound, redirect } from 'next/navigation';
import { isOnSide } from '#lib/access/side.ts';
import { addressOfNumber, portalPathOf } from '#lib/record/address-of-number.ts';
import { currentActor, requireActor } from '#lib/session/current-actor.ts';

/** Redirects from any number to the page of its record; customers to the portal's page. */
export default async function GoPage({ params }: PageProps<'/go/[number]'>) {
  const { number } = await params;
  const actor = await currentActor();
  if (actor && isOnSide(actor, 'customers')) redirect(portalPathOf(number));
  await requireActor();
  return redirect(addressOfNumber(number) ?? notFound());
}
