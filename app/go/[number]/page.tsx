import { notFound, redirect } from 'next/navigation';
import { addressOfNumber } from '#lib/search/address-of-number.ts';
import { requireActor } from '#lib/session/current-actor.ts';

/** Leads from any number to the page of what it numbers. */
export default async function GoPage({ params }: PageProps<'/go/[number]'>) {
  await requireActor();
  return redirect(addressOfNumber((await params).number) ?? notFound());
}
