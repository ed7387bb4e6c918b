import { notFound, redirect } from 'next/navigation';
import { requireActor } from '#lib/session/current-actor.ts';
import { kindOfNumber, pathOfNumber } from '#lib/task/kind.ts';

/** Leads from any number to the record's page, which says whether there is one. */
export default async function GoPage({ params }: PageProps<'/go/[number]'>) {
  await requireActor();
  const number = (await params).number.toUpperCase();
  return kindOfNumber(number) ? redirect(pathOfNumber(number)) : notFound();
}
